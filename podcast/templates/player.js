// The page works without this. With it the player skips, remembers its place and speed, knows the
// chapters, lights the word being said, and gives a link to any moment.
"use strict";
(() => {
  const one = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const status = one("[data-status]");

  // A browser may refuse to remember anything: then nothing is remembered.
  const memory = {
    get(name) { try { return localStorage.getItem("podcast." + name); } catch { return null; } },
    set(name, value) {
      try {
        if (value === null) localStorage.removeItem("podcast." + name);
        else localStorage.setItem("podcast." + name, value);
      } catch { /* see above */ }
    },
  };

  async function copy(text, button) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {  // no permission, or a page that came by plain http
      const field = document.createElement("textarea");
      field.value = text;
      document.body.append(field);
      field.select();
      document.execCommand("copy");
      field.remove();
      button.focus();
    }
    const words = one("span", button);
    const label = words.textContent;
    const say = (text, aloud) => { words.textContent = text; if (status) status.textContent = aloud; };
    if (label === button.dataset.copied) return;
    say(button.dataset.copied, button.dataset.copied);
    setTimeout(say, 2000, label, "");
  }

  // Subscribing. A page that is found elsewhere than where it was made for has its feed beside it.
  const feed = one("[data-feed]");
  if (feed) {
    const beside = new URL(feed.dataset.feed, location.href).href;
    if (/^http/.test(beside)) {
      const bare = beside.replace(/^\w+:\/\//, "");
      feed.value = beside;
      for (const link of all("[data-pattern]")) {
        link.href = link.dataset.pattern.replace("{bare}", bare).replace("{quoted}", encodeURIComponent(beside));
      }
      const code = one("[data-qr]");
      if (code && code.dataset.qr !== bare) code.remove();  // it says the other address
    }
  }
  for (const field of all("[data-whole]")) field.addEventListener("focus", () => field.select());
  for (const button of all("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(one("#" + button.dataset.copy).value, button));
  }

  // One sound at a time.
  const sounds = all("audio");
  for (const sound of sounds) {
    sound.addEventListener("play", () => sounds.forEach((s) => s !== sound && s.pause()));
  }

  const player = one("[data-player]");
  if (!player) return;
  const audio = one("audio", player);
  const place = "at." + player.dataset.player;

  // --- Moments: ?t=83, #t=1:23, ?t=1m23s

  function moment(text) {
    const parts = /^(?:(?:(\d+)[h:])?(\d+)[m:])?(\d+(?:\.\d+)?)s?$/.exec(text || "");
    return parts ? (parts[1] || 0) * 3600 + (parts[2] || 0) * 60 + Number(parts[3]) : null;
  }
  const asked = () => moment(new URLSearchParams(location.search).get("t")) ??
    moment((/^#t=(.+)$/.exec(location.hash) || [])[1]);

  function seek(seconds, play) {
    audio.currentTime = Math.max(0, seconds);
    if (play) audio.play().catch(() => {});  // a browser may want a click first
    update(true);
  }

  // --- Chapters and sections

  const links = all(".chapters [data-t]");
  const starts = links.map((link) => Number(link.dataset.t));
  const parts = all("[data-bar] g").map((g) => ({
    start: Number(g.dataset.t), done: one(".done", g), width: Number(one(".part", g).getAttribute("width")),
  }));
  const last = (list, time) => list.findLastIndex((start) => start <= time + 0.05);
  const name = (index) => (links[index] ? one(".name", links[index]).textContent : "");
  let chapter = -1;

  function showChapter(time) {
    parts.forEach((part, i) => {
      const end = parts[i + 1]?.start ?? audio.duration;
      const share = Math.min(1, Math.max(0, (time - part.start) / (end - part.start)));
      part.done.setAttribute("width", part.width * (share || 0));
    });
    const now = last(starts, time);
    if (now === chapter) return;
    links[chapter]?.removeAttribute("aria-current");
    links[now]?.setAttribute("aria-current", "true");
    chapter = now;
    one("[data-chapter]", player).textContent = name(now);
    describe();
  }

  function step(by) {
    const to = chapter + by;
    if (starts[to] !== undefined) seek(starts[to]);
  }

  // --- The transcript: sentences in the order of the rows, each [start, end, then for each word
  // letters before it, its letters, time before it, its time], in hundredths of a second.

  const transcript = one("[data-transcript]");
  const spans = transcript ? all(".s", transcript) : [];
  const rows = JSON.parse(one("[data-times]")?.textContent || "[]");
  const begins = rows.map((row) => row[0] / 100);
  let here = -1;
  let words = [];

  // Only the sentence being said has an element for each word.
  function open(index) {
    const row = rows[index];
    const text = spans[index].textContent;
    const pieces = [];
    let letter = 0;
    let time = row[0];
    words = [];
    for (let i = 2; i < row.length; i += 4) {
      const from = letter + row[i];
      const start = time + row[i + 2];
      const word = document.createElement("span");
      word.className = "w";
      word.textContent = text.slice(from, from + row[i + 1]);
      pieces.push(text.slice(letter, from), word);
      letter = from + row[i + 1];
      time = start + row[i + 3];
      words.push({ start: start / 100, word });
    }
    spans[index].replaceChildren(...pieces, text.slice(letter));
    spans[index].classList.add("here");
  }

  function close(index) {
    if (!spans[index]) return;
    spans[index].textContent = spans[index].textContent;
    spans[index].classList.remove("here");
    words = [];
  }

  const inSight = (element) => {
    const box = element?.getBoundingClientRect();
    return box && box.bottom > 0 && box.top < innerHeight;
  };

  function showWord(time, follow) {
    const now = last(begins, time);
    if (now !== here) {
      // Who has scrolled elsewhere is left there.
      const go = follow || inSight(spans[here]);
      close(here);
      here = now;
      if (spans[now]) {
        open(now);
        if (go && !audio.paused) spans[now].scrollIntoView({ block: "center", behavior: calm() });
      }
    }
    let lit = null;
    for (const { start, word } of words) {
      word.classList.remove("now");
      if (start <= time + 0.005) lit = word;
    }
    if (lit && time <= rows[now][1] / 100) lit.classList.add("now");
  }

  const calm = () => (matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth");

  function update(follow) {
    const time = audio.currentTime;
    showChapter(time);
    if (rows.length) showWord(time, follow === true);
  }

  function tick() {
    update();
    if (!audio.paused) requestAnimationFrame(tick);
  }

  document.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    const timed = event.target.closest("[data-t]");
    if (timed) {
      event.preventDefault();
      seek(Number(timed.dataset.t), true);
      return;
    }
    const index = spans.indexOf(event.target.closest(".s"));
    // Who marks words to copy them doesn't mean to listen.
    if (index >= 0 && getSelection().isCollapsed) seek(begins[index], true);
  });
  transcript?.classList.add("ready");
  for (const link of all("a[data-t]")) link.href = "?t=" + link.dataset.t;

  // --- Searching

  const find = one("[data-find]");
  if (find) {
    const query = one("[data-query]", find);
    const count = one("output", find);
    let found = [];
    let at = -1;
    const plain = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    const next = () => {
      if (!found.length) return;
      at = (at + 1) % found.length;
      count.textContent = `${at + 1} / ${found.length}`;
      found[at].scrollIntoView({ block: "center", behavior: calm() });
    };
    query.addEventListener("input", () => {
      const wanted = plain(query.value.trim());
      found = wanted.length > 1 ? spans.filter((span) => plain(span.textContent).includes(wanted)) : [];
      spans.forEach((span) => span.classList.toggle("found", found.includes(span)));
      at = -1;
      count.textContent = wanted.length > 1 ? count.dataset.found.replace("{count}", found.length) : "";
    });
    query.addEventListener("keydown", (event) => { if (event.key === "Enter") next(); });
    one("[data-next]", find).addEventListener("click", next);
    find.hidden = false;
  }

  // --- The controls

  const speed = one("[data-speed]", player);
  const run = (rate) => { audio.defaultPlaybackRate = audio.playbackRate = rate; };
  speed.addEventListener("change", () => run(Number(speed.value)));
  audio.addEventListener("ratechange", () => {  // by our control, or the browser's own
    speed.value = audio.playbackRate;
    memory.set("speed", audio.playbackRate);
  });
  run(Number(memory.get("speed")) || 1);
  for (const button of all("[data-skip]", player)) {
    button.addEventListener("click", () => seek(audio.currentTime + Number(button.dataset.skip)));
  }
  const share = one("[data-share]", player);
  share.addEventListener("click", () => {
    const page = new URL(location.href);
    page.hash = "";
    page.search = "?t=" + Math.floor(audio.currentTime);
    copy(page.href, share);
  });
  one("[data-controls]", player).hidden = false;

  // --- Remembering

  let kept = 0;
  const keep = () => {
    kept = audio.currentTime;
    memory.set(place, audio.ended || kept < 1 ? null : kept.toFixed(1));
  };
  audio.addEventListener("timeupdate", () => { if (Math.abs(audio.currentTime - kept) > 3) keep(); });
  for (const type of ["pause", "ended", "seeked"]) audio.addEventListener(type, keep);
  addEventListener("pagehide", keep);

  // --- Headphones and lock screen

  const session = navigator.mediaSession;
  function describe() {
    if (!session || !window.MediaMetadata || audio.paused) return;
    const cover = /^http/.test(location.protocol) && player.dataset.cover;  // no other is taken
    session.metadata = new MediaMetadata({
      title: player.dataset.title,
      artist: player.dataset.show,
      album: name(chapter) || player.dataset.show,
      artwork: cover ? [{ src: new URL(cover, location.href).href }] : [],
    });
  }
  const actions = {
    seekbackward: (how) => seek(audio.currentTime - (how.seekOffset || 15)),
    seekforward: (how) => seek(audio.currentTime + (how.seekOffset || 30)),
    seekto: (how) => seek(how.seekTime),
    previoustrack: starts.length ? () => step(audio.currentTime - starts[chapter] > 3 ? 0 : -1) : null,
    nexttrack: starts.length ? () => step(1) : null,
  };
  for (const [action, act] of Object.entries(actions)) {
    try { session?.setActionHandler(action, act); } catch { /* not one that this browser knows */ }
  }

  // --- Begin

  audio.addEventListener("play", () => { describe(); tick(); });
  for (const type of ["seeked", "timeupdate", "loadedmetadata"]) audio.addEventListener(type, update);
  const begin = () => {
    const wanted = asked() ?? moment(memory.get(place));
    if (wanted === null) return update();
    seek(wanted);
    if (asked() !== null) spans[here]?.scrollIntoView({ block: "center" });
  };
  if (audio.readyState) begin();
  else audio.addEventListener("loadedmetadata", begin, { once: true });
  addEventListener("hashchange", () => { if (asked() !== null) seek(asked()); });
})();
