"""Configurations for real hosts: the types and headers that a podcast needs, in their language.

All are made from the tables in hosting.py, by which `podcast serve` answers as well.
"""

from __future__ import annotations

import re
import shlex
from collections.abc import Callable, Iterator
from difflib import get_close_matches
from urllib.parse import urlsplit

from podcast.address import base_address
from podcast.errors import PublishError
from podcast.publisher.hosting import NAMED_TYPES, TEXT, TYPES, content_security
from podcast.show import Show

ROOT = "/srv/podcast"
"""Where the configurations take the folder to be: adapt it."""

KEEP = "public, max-age=31536000, immutable"
ASK = "public, no-cache"
HASHED = r"-[0-9a-f]{8}\.[a-z0-9]+$"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
}


def print_config(show: Show, host: str) -> str:
    """Return the configuration of `host` for `show`; raise PublishError when we have none."""
    if host not in CONFIGS:
        close = get_close_matches(host, CONFIGS, n=1)
        raise PublishError(
            f"no configuration for {host!r}",
            hint=f"did you mean {close[0]!r}?" if close else f"one of {', '.join(CONFIGS)}",
        )
    return "\n".join(CONFIGS[host](show)) + "\n"


def _bare(type_: str) -> str:
    return type_.partition(";")[0]


def _nginx(show: Show) -> Iterator[str]:
    site = urlsplit(base_address(show))
    path = site.path.rstrip("/")
    yield f"# nginx, in /etc/nginx/conf.d/: public/ is {ROOT}{path}/. Add your certificate."
    yield "map $uri $podcast_keep {"
    yield f'    default "{ASK}";'
    yield f'    "~{HASHED}" "{KEEP}";'
    yield "}"
    yield "map $uri $podcast_origin {"
    yield '    default "*";'
    yield r'    "~(\.html|/)$" "";'
    yield "}"
    yield "map $uri $podcast_policy {"
    yield '    default "";'
    yield rf'    "~embed\.html$" "{content_security(embed=True)}";'
    yield rf'    "~(\.html|/)$" "{content_security(embed=False)}";'
    yield "}"
    yield "server {"
    yield "    listen 80;"
    yield f"    server_name {site.hostname};"
    yield f"    root {ROOT};"
    yield "    charset utf-8;"
    text = sorted({_bare(TYPES[suffix]) for suffix in TEXT} - {"text/html"})
    yield f"    charset_types {' '.join(t for t in text if 'json' not in t)};"
    yield "    gzip on;"
    yield "    gzip_vary on;"
    yield f"    gzip_types {' '.join([*text, *NAMED_TYPES.values()])};"
    yield "    types {"
    for suffix, type_ in TYPES.items():
        yield f"        {_bare(type_)} {suffix[1:]};"
    yield "    }"
    yield '    add_header Cache-Control "$podcast_keep";'
    yield '    add_header Access-Control-Allow-Origin "$podcast_origin";'
    yield '    add_header Content-Security-Policy "$podcast_policy";'
    for name, value in ALWAYS.items():
        yield f'    add_header {name} "{value}";'
    if show.private:
        yield '    auth_basic "podcast";'
        yield "    auth_basic_user_file /etc/nginx/podcast.htpasswd;  # htpasswd -c … listener"
    yield r"    location ~ /\. { return 404; }"
    for name, type_ in NAMED_TYPES.items():
        escaped = name.replace(".", r"\.")
        yield f"    location ~ /{escaped}$ {{ types {{}} default_type {type_}; }}"
    yield "    # A browser styles the feed only when it's called XML; apps are told what it is."
    yield r"    location ~ \.xml$ {"
    yield "        if ($http_sec_fetch_dest = document) { return 418; }"
    yield "        error_page 418 = @seen;"
    yield "    }"
    yield "    location @seen { types {} default_type application/xml; }"
    yield "    location / { index index.html; }"
    yield "}"


def _caddy(show: Show) -> Iterator[str]:
    site = urlsplit(base_address(show))
    path = site.path.rstrip("/")
    yield f"# Caddy, in /etc/caddy/Caddyfile: public/ is {ROOT}{path}/."
    yield f"{site.scheme}://{site.netloc} {{"
    yield f"    root * {ROOT}"
    yield "    encode gzip"
    yield "    @hidden path */.*"
    yield "    respond @hidden 404"
    if show.private:
        yield "    basicauth {"
        yield "        listener HASH  # caddy hash-password"
        yield "    }"
    yield "    header {"
    for name, value in ALWAYS.items():
        yield f'        {name} "{value}"'
    yield "    }"
    yield f"    @kept path_regexp {HASHED}"
    yield "    @asked not path_regexp " + HASHED
    yield f'    header @kept Cache-Control "{KEEP}"'
    yield f'    header @asked Cache-Control "{ASK}"'
    yield "    @pages path *.html */"
    yield "    @files not path *.html */"
    yield f'    header @pages Content-Security-Policy "{content_security(embed=False)}"'
    yield "    @embed path */embed.html"
    yield f'    header @embed Content-Security-Policy "{content_security(embed=True)}"'
    yield '    header @files Access-Control-Allow-Origin "*"'
    eyes = "header Sec-Fetch-Dest document"
    for suffix, type_ in TYPES.items():
        others = [f"path */{name}" for name in NAMED_TYPES if name.endswith(suffix)]
        yield from _caddy_type(
            f"*{suffix}", type_, [*others, *([eyes] if suffix == ".xml" else [])]
        )
    yield from _caddy_type("*.xml", "application/xml; charset=utf-8", but=[], when=eyes)
    for name, type_ in NAMED_TYPES.items():
        yield from _caddy_type(f"*/{name}", type_, but=[])
    yield "    file_server"
    yield "}"


def _caddy_type(path: str, type_: str, but: list[str], when: str = "") -> Iterator[str]:
    """A type set when all else is done: the file server would put its own in its place."""
    name = "@type_" + "_".join(re.findall(r"\w+", f"{path} {when}")).lower()
    yield f"    {name} {{"
    yield f"        path {path}"
    yield from (f"        not {rule}" for rule in but)
    yield from [f"        {when}"] if when else []
    yield "    }"
    yield f"    header {name} {{"
    yield f'        Content-Type "{type_}"'
    yield "        defer"
    yield "    }"


def _netlify(show: Show) -> Iterator[str]:
    yield "# Netlify: as public/_headers; Cloudflare Pages reads the same."
    rows: list[tuple[str, dict[str, str]]] = [("/*", {**ALWAYS, "Cache-Control": ASK})]
    everywhere = {"Access-Control-Allow-Origin": "*"}
    for path in ("/feed.xml", "/archive/:page.xml"):
        rows.append((path, {"Content-Type": TYPES[".xml"], **everywhere}))
    for name in ("transcript.vtt", "transcript.srt", "transcript.json", "transcript.txt"):
        type_ = TYPES["." + name.partition(".")[2]]
        rows.append((f"/episodes/:slug/{name}", {"Content-Type": type_, **everywhere}))
    for name, type_ in NAMED_TYPES.items():
        rows.append((f"/episodes/:slug/{name}", {"Content-Type": type_, **everywhere}))
    rows.append(("/episodes/:slug/:audio.mp3", {"Cache-Control": KEEP, **everywhere}))
    for path in ("/", "/index.html", "/episodes/:slug/"):
        rows.append((path, {"Content-Security-Policy": content_security(embed=False)}))
    embed = {"Content-Security-Policy": content_security(embed=True)}
    rows.append(("/episodes/:slug/embed.html", embed))
    if show.private:
        rows[0][1]["Basic-Auth"] = "listener:PASSWORD"
    for path, headers in rows:
        yield path
        for name, value in headers.items():
            yield f"  {name}: {value}"


def _s3(show: Show) -> Iterator[str]:
    """A row a type, for S3 doesn't know them; the feed last, so that it never names what's not."""
    public = shlex.quote(str(show.public))
    yield "# S3 and what speaks its language, by the aws command; put your bucket for BUCKET."
    yield "# The bucket's CORS rules: GET and HEAD from any origin."
    if show.private:
        yield "# A private show: no public access; CloudFront with signed addresses in front."
    for suffix, type_ in TYPES.items():
        if suffix not in (".xml", ".html"):
            keep = KEEP if suffix in (".mp3", ".m4a", ".opus") else ASK
            yield _sync(public, f"*{suffix}", type_, keep, but=tuple(NAMED_TYPES))
    for name, type_ in NAMED_TYPES.items():
        yield _sync(public, f"*{name}", type_, ASK)
    yield _sync(public, "*.html", TYPES[".html"], ASK)
    yield _sync(public, "*.xml", TYPES[".xml"], ASK)
    yield f"aws s3 sync --delete {public} s3://BUCKET/"


def _sync(public: str, pattern: str, type_: str, keep: str, but: tuple[str, ...] = ()) -> str:
    left_out = "".join(f" --exclude {shlex.quote('*' + name)}" for name in but)
    return (
        f"aws s3 sync {public} s3://BUCKET/ --exclude '*' --include {shlex.quote(pattern)}"
        f"{left_out} --content-type {shlex.quote(type_)} --cache-control {shlex.quote(keep)}"
    )


CONFIGS: dict[str, Callable[[Show], Iterator[str]]] = {
    "nginx": _nginx,
    "caddy": _caddy,
    "netlify": _netlify,
    "s3": _s3,
}
"""Host → the lines of its configuration."""
