/* Search in the browser over an index a month, or some dates of a month with very many stories (digest/site/search). Files are fetched when a search needs them and kept. */
(() => {
  "use strict";
  const RECENT_MONTHS = 3;
  const SHOWN = 10;
  const LOOK_BACK_DAYS = 60; // a story older than this is not asked whether it went on into the wanted days
  const MOST_EXPANDED = 24; // terms that the last, unfinished word may stand for
  const HEADLINE = 1, QUOTE = 4;
  const WEIGHT = [0, 3, 1, 3.5, 1.6, 4, 2, 4.5]; // by flags: headline 1, text 2, quote 4
  const UNSPACED = "\\u0e00-\\u0e7f\\u3040-\\u30ff\\u3400-\\u9fff\\uf900-\\ufaff";
  const WORD = new RegExp(`[${UNSPACED}]|(?:(?![${UNSPACED}])[\\p{L}\\p{N}])+`, "gu");
  const VLQ = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  const DIGIT = Object.fromEntries([...VLQ].map((letter, value) => [letter, value]));

  // Words: the same as terms.py.
  const plain = (text) => text.toLowerCase().replace(/['’]s(?![\p{L}\p{N}_])/gu, "").replace(/(?<=[\p{L}\p{N}_])['’](?=[\p{L}\p{N}_])/gu, "")
    .normalize("NFKD").replace(/\p{M}/gu, "");
  const stem = (word) => {
    if (!word.endsWith("s") || [...word].length < 4) return word;
    if (/[^ea]ies$/.test(word)) return `${word.slice(0, -3)}y`;
    if (/[^aeo]es$/.test(word)) return word.slice(0, -1);
    return /(us|ss)$/.test(word) ? word : word.slice(0, -1);
  };
  const words = (text) => plain(text).match(WORD) ?? [];
  const terms = (text) => words(text).map(stem);
  const facet = (kind, name) => `@${kind}:${words(name).join("-")}`;

  // Files: each fetched once.
  const form = document.querySelector("form[data-search]");
  const folder = new URL("./", new URL(form.dataset.search, location.href));
  const root = new URL("../", folder);
  const files = new Map();
  const get = (name, read) => {
    if (!files.has(name)) {
      files.set(name, fetch(new URL(name, folder)).then((answer) => {
        if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
        return answer[read]();
      }));
    }
    return files.get(name);
  };
  const termFile = async (month, number) => {
    const key = `${month}/terms-${number}.txt`;
    const text = await get(key, "text");
    return new Map(text.split("\n").filter(Boolean).map((line) => line.split("\t")));
  };
  const decode = (text) => {
    const found = new Map();
    let number = 0, value = 0, shift = 0;
    for (const letter of text) {
      const digit = DIGIT[letter];
      value |= (digit & 31) << shift;
      shift += 5;
      if (digit < 32) { number += value >> 3; found.set(number, value & 7); value = 0; shift = 0; }
    }
    return found;
  };
  const place = (bounds, term) => {
    let low = 0, high = bounds.length;
    while (low < high) { const middle = (low + high) >> 1; if (bounds[middle] <= term) low = middle + 1; else high = middle; }
    return low - 1;
  };

  // A month's candidates: story number → score.
  const lookup = async (about, month, term, prefix) => {
    const at = place(about.bounds, term);
    const first = await termFile(month, Math.max(at, 0));
    if (!prefix) return first.has(term) ? [decode(first.get(term))] : [];
    const found = [...first].filter(([other]) => other.startsWith(term));
    if (at + 1 < about.bounds.length && about.bounds[at + 1].startsWith(term)) {
      found.push(...[...await termFile(month, at + 1)].filter(([other]) => other.startsWith(term)));
    }
    return found.slice(0, MOST_EXPANDED).map(([, postings]) => decode(postings));
  };
  const joined = (lists) => {
    const all = new Map();
    for (const list of lists) for (const [number, flags] of list) all.set(number, (all.get(number) ?? 0) | flags);
    return all;
  };
  const numbersOfDays = (about, from, to) => {
    let low = 0, high = 0, at = 0;
    const earliest = from && new Date(Date.parse(from) - LOOK_BACK_DAYS * 864e5).toISOString().slice(0, 10);
    for (const [day, count] of about.days) {
      if (earliest && day < earliest) low = at + count;
      at += count;
      if (!to || day <= to) high = at;
    }
    return [low, high];
  };
  const candidates = async (month, wanted) => {
    const about = await get(`${month}/index.json`, "json");
    const [low, high] = numbersOfDays(about, wanted.from, wanted.to);
    const telling = wanted.terms.filter(([term]) => !about.common.includes(term));
    const asked = [...(telling.length || wanted.facets.length ? telling : wanted.terms), ...wanted.facets.map((term) => [term, false])];
    const lists = await Promise.all(asked.map(async ([term, prefix]) => joined(await lookup(about, month, term, prefix))));
    const scores = new Map();
    if (!lists.length) for (let number = low; number < high; number++) scores.set(number, 0);
    else {
      lists.sort((one, other) => one.size - other.size);
      for (const [number] of lists[0]) {
        if (number < low || number >= high) continue;
        let score = 0, everywhere = true;
        for (const list of lists) {
          const flags = list.get(number);
          if (!flags || (wanted.kind === "quote" && wanted.terms.length && !(flags & QUOTE))) { everywhere = false; break; }
          score += WEIGHT[flags] * Math.log(1 + about.stories / list.size);
        }
        if (everywhere) scores.set(number, score);
      }
    }
    return [...scores].map(([number, score]) => ({ month, number, score, together: about.together }));
  };

  // Hits in words.
  const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
  const matches = (word, wanted) => {
    const term = stem(word);
    return wanted.terms.some(([other, prefix]) => term === other || (prefix && (word.startsWith(other) || term.startsWith(other))));
  };
  const marked = (text, wanted) => {
    let html = "", at = 0;
    for (const found of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{N}]+)*/gu)) {
      html += escaped(text.slice(at, found.index));
      at = found.index + found[0].length;
      html += words(found[0]).some((word) => matches(word, wanted)) ? `<mark>${escaped(found[0])}</mark>` : escaped(found[0]);
    }
    return html + escaped(text.slice(at));
  };
  const holds = (text, wanted) => {
    const bare = ` ${terms(text).join(" ")} `;
    return wanted.terms.every(([term, prefix]) => bare.includes(prefix ? ` ${term}` : ` ${term} `))
      && wanted.phrases.every((phrase) => bare.includes(` ${phrase} `));
  };
  const same = (one, other) => words(one ?? "").join(" ") === words(other).join(" ");
  const inDays = (day, wanted) => (!wanted.from || day >= wanted.from) && (!wanted.to || day <= wanted.to);
  const hitOf = async ({ month, number, together }, wanted) => {
    const story = (await get(`${month}/stories-${Math.floor(number / together)}.json`, "json"))[number % together];
    if ((wanted.from && story.l < wanted.from) || (wanted.to && story.d > wanted.to)) return null;
    const ofPerson = story.q.filter((quote) => (!wanted.person || same(quote.s, wanted.person)) && inDays(quote.d, wanted)
      && (!wanted.outlet || same(quote.o, wanted.outlet)));
    const quotes = ofPerson.filter((quote) => holds(`${quote.w} ${quote.s ?? ""} ${quote.r ?? ""}`, wanted));
    if (wanted.kind === "quote" && !quotes.length) return null;
    const whole = [story.h, ...story.b, ...story.q.flatMap((quote) => [quote.w, quote.s ?? ""]), ...story.r].join("\n");
    if (wanted.phrases.length && !holds(whole, { terms: [], phrases: wanted.phrases })) return null;
    return { story, quotes: wanted.terms.length || wanted.person ? quotes : [] };
  };
  const sentence = (story, wanted) => {
    const count = (text) => new Set(words(text).filter((word) => matches(word, wanted)).map(stem)).size;
    const all = [...story.b, ...story.r];
    return all.reduce((best, text) => (count(text) > count(best) ? text : best), all[0] ?? "");
  };
  const date = (day) => new Date(`${day}T12:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
  const line = (quote, page, wanted) => `<blockquote dir="auto"><p>${quote.k ? "“" : ""}${quote.k ? marked(quote.w, wanted).replaceAll(" … ", "” … “") : marked(quote.w, wanted)}${quote.k ? "”" : ""}</p></blockquote>
<p class="meta"><b>${marked(quote.s ?? "Speaker not established", wanted)}</b>${quote.r ? `, ${marked(quote.r, wanted)}` : ""}, in ${escaped(quote.o)}, ${date(quote.d)} · <a href="${page}#${encodeURIComponent(quote.i)}">the quote</a></p>`;
  const render = ({ story, quotes }, wanted) => {
    const page = escaped(new URL(`${story.u}index.html`, root).href);
    const item = document.createElement("li");
    const said = quotes.slice(0, wanted.kind === "quote" ? quotes.length : 2).map((quote) => line(quote, page, wanted)).join("");
    const text = wanted.kind === "quote" || (quotes.length && !story.b.length) ? "" : `<p dir="auto">${marked(sentence(story, wanted), wanted)}</p>`;
    item.innerHTML = `<h2><a href="${page}" dir="auto" data-story>${marked(story.h, wanted)}</a></h2>${said || text}
<p class="meta">${date(story.d)}${story.l > story.d ? ` – ${date(story.l)}` : ""} · ${story.n[0]} ${story.n[0] === 1 ? "report" : "reports"} in ${story.n[1]} ${story.n[1] === 1 ? "outlet" : "outlets"}</p>`;
    return item;
  };

  // The form, its address and the list of hits.
  const element = (id) => document.getElementById(id);
  const names = ["q", "kind", "from", "to", "person", "outlet", "topic", "sort"];
  const read = () => Object.fromEntries(names.map((name) => [name, element(name).value.trim()]));
  const wantedOf = (asked) => {
    const phrases = [...asked.q.matchAll(/["“”]([^"“”]+)["“”]/g)].map((found) => terms(found[1]).join(" ")).filter(Boolean);
    const open = /[\p{L}\p{N}]$/u.test(asked.q);
    const all = terms(asked.q);
    const raw = words(asked.q);
    const last = all.length - 1;
    return {
      ...asked, phrases,
      terms: all.map((term, at) => (open && at === last && raw[at].length > 2 ? [term.length < raw[at].length ? term : raw[at], true] : [term, false])),
      facets: ["person", "outlet", "topic"].filter((kind) => asked[kind]).map((kind) => facet(kind, asked[kind])),
    };
  };
  const empty = (asked) => names.every((name) => name === "sort" || name === "kind" || !asked[name]);
  const state = { run: 0, months: [], searched: 0, queue: [], shown: 0, wanted: null };

  const offer = async (months) => {
    const all = await Promise.all(months.map((month) => get(`${month}/index.json`, "json")));
    for (const [id, name] of [["person", "people"], ["outlet", "outlets"], ["topic", "topics"]]) {
      const control = element(id);
      const known = new Set([...control.options].map((option) => option.value));
      const fresh = [...new Set(all.flatMap((about) => about[name]))].filter((one) => !known.has(one)).sort((one, other) => one.localeCompare(other));
      control.append(...fresh.map((one) => new Option(one, one)));
    }
  };
  const inRange = (months, wanted) => {
    const early = wanted.from && new Date(Date.parse(wanted.from) - LOOK_BACK_DAYS * 864e5).toISOString().slice(0, 10);
    const start = (month) => (month.length === 7 ? `${month}-01` : month); // the newest comes first, and one ends where the next begins
    return months.filter((month, at) => (!wanted.to || start(month) <= wanted.to) && (!early || !at || start(months[at - 1]) > early));
  };
  const order = (wanted) => (one, other) => (wanted.sort === "date" || !wanted.terms.length ? 0 : other.score - one.score)
    || other.month.localeCompare(one.month) || other.number - one.number;

  const page = async (run) => {
    let added = 0;
    while (added < SHOWN && state.queue.length) {
      const hits = await Promise.all(state.queue.splice(0, SHOWN - added).map((one) => hitOf(one, state.wanted)));
      if (run !== state.run) return;
      for (const hit of hits.filter(Boolean)) { element("hits").append(render(hit, state.wanted)); added++; }
    }
    state.shown += added;
    const left = state.queue.length;
    const range = state.searched < state.months.length ? " in the newest stories" : "";
    element("found").textContent = state.shown ? `${state.shown}${left ? ` of about ${state.shown + left}` : ""} ${state.shown === 1 && !left ? "story" : "stories"}${range}` : `Nothing found${range}.`;
    element("more").hidden = !left;
    element("older").hidden = state.searched >= state.months.length;
  };
  const widen = async (run, count) => {
    const months = state.months.slice(state.searched, state.searched + count);
    state.searched += months.length;
    const found = (await Promise.all(months.map((month) => candidates(month, state.wanted)))).flat();
    if (run !== state.run) return;
    state.queue = [...state.queue, ...found].sort(order(state.wanted));
    await page(run);
  };
  const guarded = async (work) => {
    try { await work(); } catch (error) {
      element("found").textContent = location.protocol === "file:" ? "Search needs a web server: look at the site with digest serve." : "Search could not read its index. Reload the page, please.";
      if (location.protocol !== "file:") console.warn(error);
    }
  };
  const search = (push) => guarded(async () => {
    const asked = read();
    const run = ++state.run;
    const query = new URLSearchParams(names.filter((name) => asked[name]).map((name) => [name, asked[name]]));
    const address = `${location.pathname}${query.size ? `?${query}` : ""}`;
    if (push) history.pushState(null, "", address); else history.replaceState(null, "", address);
    if (empty(asked)) {
      Object.assign(state, { queue: [], shown: 0 });
      element("hits").replaceChildren();
      element("found").textContent = "";
      element("more").hidden = element("older").hidden = true;
      return;
    }
    const all = await get("months.json", "json");
    if (run !== state.run) return;
    const wanted = wantedOf(asked);
    Object.assign(state, { wanted, months: inRange(all, wanted), searched: 0, queue: [], shown: 0 });
    const first = wanted.from || wanted.to ? state.months.length : RECENT_MONTHS;
    await offer(state.months.slice(0, first));
    if (run !== state.run) return;
    element("hits").replaceChildren();
    await widen(run, first);
  });

  const fill = () => {
    const query = new URLSearchParams(location.search);
    for (const name of names) {
      const control = element(name), value = query.get(name) ?? "";
      if (control.tagName === "SELECT" && value && ![...control.options].some((option) => option.value === value)) control.append(new Option(value, value));
      control.value = value;
    }
    document.querySelector(".find input").value = query.get("q") ?? "";
    const narrowed = names.slice(1).some((name) => query.get(name));
    element("filters").open = narrowed || matchMedia("(min-width: 48rem)").matches;
  };
  let timer = 0;
  form.addEventListener("submit", (event) => { event.preventDefault(); clearTimeout(timer); search(true); });
  element("q").addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(() => search(false), 180); });
  for (const name of names.slice(1)) element(name).addEventListener("change", () => search(true));
  for (const name of ["person", "outlet", "topic"]) {
    element(name).addEventListener("focus", () => guarded(async () => offer((await get("months.json", "json")).slice(0, RECENT_MONTHS))), { once: true });
  }
  element("more").addEventListener("click", () => guarded(() => page(state.run)));
  element("older").addEventListener("click", () => guarded(async () => {
    const run = state.run;
    await offer(state.months.slice(state.searched, state.searched + RECENT_MONTHS));
    element("hits").replaceChildren();
    state.queue = [];
    const searched = state.searched + RECENT_MONTHS;
    Object.assign(state, { searched: 0, shown: 0 });
    await widen(run, searched);
  }));
  addEventListener("popstate", () => { fill(); search(false); });
  fill();
  if (location.search) search(false); else element("q").focus();
})();
