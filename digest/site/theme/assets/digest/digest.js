/* What a page does beyond being read: colours, keys, copying. Everything works without it. */
(() => {
  "use strict";
  const root = document.documentElement;
  const field = document.querySelector(".find input");

  // Colours: the system's unless the reader says otherwise.
  const button = document.querySelector(".scheme");
  const system = matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.scheme ?? (system.matches ? "dark" : "light")) === "dark";
  const show = () => button.setAttribute("aria-pressed", String(dark()));
  if (button) {
    button.hidden = false;
    show();
    system.addEventListener("change", show);
    button.addEventListener("click", () => {
      root.dataset.scheme = dark() ? "light" : "dark";
      try { localStorage.setItem("digest.scheme", root.dataset.scheme); } catch { /* not kept, then */ }
      show();
    });
  }

  // The stories of the list one came from, so that j and k lead through it.
  const listed = [...document.querySelectorAll("a[data-story]")];
  const story = document.querySelector(".sheet[data-page]");
  const remember = () => {
    try { sessionStorage.setItem("digest.list", JSON.stringify(listed.map((link) => link.href))); } catch { /* no list, then */ }
  };
  for (const link of listed) link.addEventListener("click", remember);
  const beside = (step) => {
    if (!story) return step > 0 ? listed[0]?.href : undefined;
    try {
      const known = JSON.parse(sessionStorage.getItem("digest.list") ?? "[]");
      const at = known.indexOf(location.href.split("#")[0]);
      return at < 0 ? undefined : known[at + step];
    } catch { return undefined; }
  };
  const move = (step) => {
    if (!story && listed.length) {
      const at = listed.indexOf(document.activeElement);
      const next = listed[at < 0 ? (step > 0 ? 0 : -1) : at + step];
      if (next) { next.focus(); next.scrollIntoView({ block: "center" }); }
      return;
    }
    const next = beside(step);
    if (next) location.href = next;
  };
  const typing = (target) => target.isContentEditable || /^(INPUT|SELECT|TEXTAREA)$/.test(target.tagName);
  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    if (event.key === "/") {
      event.preventDefault();
      (document.querySelector("#q") ?? field)?.focus();
    } else if (event.key === "j" || event.key === "k") {
      if (listed.length && !story) remember();
      move(event.key === "j" ? 1 : -1);
    }
  });

  // Copying: a reference as it stands, a quote with who said it, where and when.
  const clean = (text) => text.replace(/\s+/g, " ").trim();
  const reference = (figure) => {
    const words = clean(figure.querySelector("blockquote").textContent);
    const by = clean(figure.querySelector(".by").textContent);
    const year = figure.querySelector("time")?.dateTime.slice(0, 4);
    const page = figure.querySelector("figcaption > a[href*='stories/']")?.href ?? location.href;
    return `${words} — ${by}${year ? ` ${year}` : ""}. ${page.split("#")[0]}#${figure.id}`;
  };
  const copy = async (text) => {
    try { await navigator.clipboard.writeText(text); return true; } catch { /* older way below */ }
    const area = document.createElement("textarea");
    area.value = text;
    area.className = "offscreen";
    document.body.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done;
  };
  for (const one of document.querySelectorAll("button.copy:not([id])")) {
    one.hidden = false;
    const label = one.textContent;
    one.addEventListener("click", async () => {
      const done = await copy(one.dataset.copy ?? reference(one.closest("figure")));
      one.textContent = done ? "Copied" : "Could not copy";
      setTimeout(() => { one.textContent = label; }, 2000);
    });
  }

  // Search: its script and index are fetched on the search page alone.
  const form = document.querySelector("form[data-search]");
  if (form) {
    const script = document.createElement("script");
    script.src = form.dataset.script;
    document.head.append(script);
  }
})();
