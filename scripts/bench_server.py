"""How `podcast serve` bears a crowd: ranges by the hundred, trickling and idle clients.

    python scripts/bench_server.py [SECONDS]

Starts the server on loopback with ten episodes, and asks 200 times a second for mixed ranges, the
feed and pages, while 200 clients send a request a byte at a time and 1,000 do nothing at all.
Memory is read from /proc, so only on Linux.
"""

from __future__ import annotations

import asyncio
import os
import random
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT))

from podcast.show import Show  # noqa: E402 - the path comes first
from tests.episodes import episode  # noqa: E402
from tests.serving import publish  # noqa: E402

Siege = Callable[[int, int, list[str]], Coroutine[None, None, "Tally"]]

RATE = 200
IDLE = 1_000
TRICKLING = 200
AUDIO = bytes(range(256)) * 4 * 1024 * 4
"""4 MiB, about nine minutes at 64 kbit/s."""


@dataclass
class Tally:
    seconds: list[float] = field(default_factory=list)
    wrong: list[str] = field(default_factory=list)


async def ask(port: int, path: str, part: tuple[int, int] | None, tally: Tally) -> None:
    begun = time.perf_counter()
    try:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        wanted = f"Range: bytes={part[0]}-{part[1]}\r\n" if part else ""
        head = f"GET {path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n{wanted}\r\n"
        writer.write(head.encode())
        answer = await asyncio.wait_for(reader.read(-1), 10)
        writer.close()
        status, _, body = answer.partition(b"\r\n\r\n")
        right = AUDIO[part[0] : part[1] + 1] == body if part else bool(body)
        if (b" 206 " not in status[:20] and b" 200 " not in status[:20]) or not right:
            tally.wrong.append(f"{path} {part}: {status[:40]!r}")
    except (OSError, asyncio.TimeoutError) as error:
        tally.wrong.append(f"{path} {part}: {error!r}")
    tally.seconds.append(time.perf_counter() - begun)


async def crowd(port: int, seconds: int, paths: list[str]) -> Tally:
    tally, tasks = Tally(), []
    chance = random.Random(7)  # noqa: S311 - the same crowd each time
    begun = time.perf_counter()
    for number in range(seconds * RATE):
        await asyncio.sleep(max(0.0, begun + number / RATE - time.perf_counter()))
        path = chance.choice(paths)
        part = None
        if path.endswith(".mp3"):
            start = chance.randrange(len(AUDIO))
            part = (start, min(len(AUDIO) - 1, start + chance.choice((1, 1_000, 65_536, 262_144))))
        tasks.append(asyncio.create_task(ask(port, path, part, tally)))
    await asyncio.gather(*tasks)
    return tally


async def trickle(port: int) -> None:
    """A request a byte at a time, until the server has had enough."""
    try:
        _, writer = await asyncio.open_connection("127.0.0.1", port)
        for byte in b"GET /feed.xml HTTP/1.1\r\nX-Slow: " + b"a" * 1_000:
            writer.write(bytes([byte]))
            await writer.drain()
            await asyncio.sleep(1)
    except OSError:
        return


async def besieged(port: int, seconds: int, paths: list[str]) -> Tally:
    idle = [await asyncio.open_connection("127.0.0.1", port) for _ in range(IDLE)]
    slow = [asyncio.create_task(trickle(port)) for _ in range(TRICKLING)]
    tally = await crowd(port, seconds, paths)
    for task in slow:
        task.cancel()
    for _, writer in idle:
        writer.close()
    return tally


def memory(process: int) -> float:
    status = Path(f"/proc/{process}/status").read_text()
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return int(found[1]) / 1024 if found else 0.0


def processor(process: int) -> float:
    """Seconds of processor time that it has used; true on a busy machine as well."""
    fields = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def tell(name: str, tally: Tally, work: float, before: float, after: float) -> None:
    times = sorted(tally.seconds)
    p99 = times[int(len(times) * 0.99)]
    print(
        f"{name}: {len(times)} requests, {len(tally.wrong)} wrong, "
        f"median {statistics.median(times) * 1000:.1f} ms, p99 {p99 * 1000:.0f} ms, "
        f"{work / len(times) * 1000:.2f} ms of the server's processor time each, "
        f"memory {before:.0f} -> {after:.0f} MiB"
    )
    for each in tally.wrong[:3]:
        print(f"  {each}")


def measure(
    name: str, siege: Siege, server: int, port: int, seconds: int, paths: list[str]
) -> None:
    before, begun = memory(server), processor(server)
    tally = asyncio.run(siege(port, seconds, paths))
    tell(name, tally, processor(server) - begun, before, memory(server))


def main() -> None:
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(hard, 8192), hard))
    with tempfile.TemporaryDirectory() as folder:
        show = Show(folder=Path(folder), title="A crowd")
        (show.folder / "show.toml").write_text('title = "A crowd"\n')
        made = [episode(number) for number in range(10, 0, -1)]
        publish(show, made, lambda each: AUDIO)
        paths = [f"/episodes/{e.slug}/{e.enclosure.path}" for e in made]
        paths += ["/feed.xml", "/", f"/episodes/{made[0].slug}/transcript.vtt"]
        command = [sys.executable, "-m", "podcast", "--show", folder, "serve"]
        command += ["--host", "127.0.0.1", "--port", "0"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as server:
            assert server.stdout
            told = next(line for line in server.stdout if "127.0.0.1" in line)
            port = int(re.findall(r":(\d+)/", told)[0])
            asyncio.run(crowd(port, 3, paths))
            measure(f"{RATE} a second for {seconds} s", crowd, server.pid, port, seconds, paths)
            name = f"the same, {IDLE} idle and {TRICKLING} trickling"
            measure(name, besieged, server.pid, port, seconds, paths)
            server.terminate()


if __name__ == "__main__":
    main()
