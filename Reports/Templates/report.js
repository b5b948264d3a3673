// What makes a report pleasant; without it everything is there to read. No request, no dependency, no change to what is said.
"use strict";
(() => {
  const root = document.documentElement;
  const find = (selector, within = document) => within.querySelector(selector);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Light, dark, or as the system has it.
  const themes = ["system", "light", "dark"];
  const themeButton = find("#theme");
  const remembered = () => { try { return localStorage.getItem("rejoinder-theme"); } catch { return null; } };
  function setTheme(name) {
    if (name === "system") delete root.dataset.theme; else root.dataset.theme = name;
    if (themeButton) themeButton.textContent = "Theme: " + name;
    try { localStorage.setItem("rejoinder-theme", name); } catch { /* A file may have no storage. */ }
  }
  const nextTheme = () => setTheme(themes[(themes.indexOf(root.dataset.theme || "system") + 1) % themes.length]);
  if (themes.includes(remembered())) setTheme(remembered());
  if (themeButton) { themeButton.hidden = false; themeButton.onclick = nextTheme; }

  // A link to a comment inside something folded unfolds it.
  function reveal(element) {
    for (let at = element.parentElement; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    if (element.classList.contains("folded-away")) unfoldAround(element);
    element.hidden = false;
  }
  function goTo(element) {
    if (!element) return;
    reveal(element);
    history.replaceState(null, "", "#" + element.id);
    element.tabIndex = -1;
    element.focus({ preventScroll: true });
    mark(element);
    // Twice, since the comments on the way are laid out when they come into view.
    element.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => element.scrollIntoView({ block: "start" }));
  }
  let current = null;
  function mark(element) {
    if (current) current.classList.remove("current");
    current = element;
    current.classList.add("current");
  }
  const anchored = hash => hash.length > 1 ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
  document.addEventListener("click", event => {
    const link = event.target.closest && event.target.closest("a[href^='#'], svg a");
    const target = link && anchored(link.getAttribute("href") || "");
    if (target && target.classList.contains("c")) { event.preventDefault(); goTo(target); }
  });
  const opened = anchored(location.hash);
  if (opened && opened.classList.contains("c")) goTo(opened);

  // A link to a comment shows its first words.
  document.addEventListener("mouseover", preview);
  document.addEventListener("focusin", preview);
  function preview(event) {
    const link = event.target.closest && event.target.closest("a[href^='#c']");
    if (!link || link.title) return;
    const target = anchored(link.getAttribute("href"));
    if (!target || !target.classList.contains("c") || link.closest(".tools")) return;
    const words = find(".text", target).textContent.trim().replace(/\s+/g, " ");
    link.setAttribute("title", find(".name", target).textContent + ": " + (words.length > 160 ? words.slice(0, 160) + " …" : words));
  }

  // Tables are sorted by a click on a column's head.
  for (const table of all("table.sortable")) {
    all("thead th", table).forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...head.childNodes);
      head.append(button);
      button.onclick = () => sort(table, column, head);
    });
  }
  function sort(table, column, head) {
    const descending = head.getAttribute("aria-sort") === "ascending" || (!head.hasAttribute("aria-sort") && head.classList.contains("n"));
    for (const other of all("thead th", table)) other.removeAttribute("aria-sort");
    head.setAttribute("aria-sort", descending ? "descending" : "ascending");
    const body = find("tbody", table);
    const value = row => {
      const cell = row.cells[column];
      const text = cell.dataset.sort ?? cell.textContent.trim();
      const number = Number(text.replace(/[,%+]/g, "").replace("−", "-"));
      return text !== "" && !Number.isNaN(number) ? number : text.toLowerCase();
    };
    const rows = [...body.rows].map((row, index) => ({ row, index, key: value(row) }));
    const compare = (a, b) => typeof a === typeof b ? (a > b) - (b > a) : typeof a === "number" ? -1 : 1;
    rows.sort((a, b) => (descending ? compare(b.key, a.key) : compare(a.key, b.key)) || a.index - b.index);
    body.append(...rows.map(entry => entry.row));
  }

  // Rows of a long table that have the words.
  for (const field of all("input.filter-rows")) {
    const rows = all("tbody tr", field.closest("section"));
    field.closest(".filter").hidden = false;
    field.addEventListener("input", () => {
      const words = field.value.toLowerCase().split(/\s+/);
      for (const row of rows) row.hidden = !words.every(word => row.textContent.toLowerCase().includes(word));
    });
  }

  // The data of the page, as files.
  const data = find("#data");
  for (const button of all("button[data-save]")) {
    if (!data) continue;
    button.hidden = false;
    button.onclick = () => save(button.dataset.save);
  }
  function save(kind) {
    const record = JSON.parse(data.textContent);
    const name = record.sha256 ? record.sha256.slice(0, 12) : "report";
    const text = kind === "json" ? data.textContent : kind === "comments" ? csv(commentRows(record)) : csv(tagRows(record));
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: kind === "json" ? "application/json" : "text/csv" }));
    link.download = name + (kind === "json" ? ".json" : "-" + kind + ".csv");
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }
  // A spreadsheet must not take a cell for a formula.
  const cell = value => {
    const text = value === null || value === undefined ? "" : String(value);
    const safe = /^[\s]*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text) && typeof value === "string" ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? '"' + safe.replaceAll('"', '""') + '"' : safe;
  };
  const csv = rows => rows.map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
  const commentRows = record => [["id", "author", "posted", "parent", "evidence", "explicit", "confidence", "depth", "text"]].concat(
    (record.comments || []).map(comment => [
      comment.id, comment.author, comment.posted, comment.parent, comment.reply?.evidence, comment.reply?.explicit, comment.reply?.confidence,
      comment.depth, comment.text]));
  const tagRows = record => [["comment", "tag", "voice", "start", "end", "text"]].concat(
    (record.comments || []).flatMap(comment => (comment.tags || []).map(tag => [comment.id, tag.tag, tag.voice, tag.cp_start, tag.cp_end, tag.text])));

  // The discussion: filters, folds, keys.
  const thread = find("#thread");
  const controls = find("#controls");
  if (!thread || !controls) return;
  const comments = all("article.c", thread);
  const order = new Map(comments.map((comment, index) => [comment, index]));
  const level = comments.map(comment => Number(comment.dataset.level));
  const answersEnd = index => {
    let end = index + 1;
    while (end < comments.length && level[end] > level[index]) end += 1;
    return end;
  };
  const [byTag, byAuthor, byLink, shown] = ["#by-tag", "#by-author", "#by-link", "#shown"].map(id => find(id));
  controls.hidden = false;

  const facts = [];
  function gather() {
    if (facts.length) return;
    const tags = new Map(), authors = new Map();
    for (const comment of comments) {
      const name = find(".name", comment);
      const author = name.classList.contains("none") ? "" : name.textContent;
      const own = all(".chip:not(.quoted) a", comment).map(link => ({ key: link.getAttribute("href"), label: link.textContent }));
      const reply = find(".reply", comment);
      const link = !reply || reply.classList.contains("guessed") ? "none" : reply.classList.contains("stated") ? "stated" : reply.classList.contains("inferred") ? "inferred" : "absent";
      facts.push({ author, link, tags: own.map(tag => tag.key) });
      if (author) authors.set(author, (authors.get(author) || 0) + 1);
      for (const tag of own) tags.set(tag.key, { label: tag.label, count: (tags.get(tag.key)?.count || 0) + 1 });
    }
    const fill = (select, entries) => select.append(...entries.map(([value, label]) => new Option(label, value)));
    fill(byTag, [...tags].sort((a, b) => b[1].count - a[1].count).map(([key, tag]) => [key, `${tag.label} (${tag.count})`]));
    fill(byAuthor, [...authors].sort((a, b) => b[1] - a[1] || (a[0] > b[0] ? 1 : -1)).map(([name, count]) => [name, `${name} (${count})`]));
  }
  (window.requestIdleCallback || (work => setTimeout(work, 200)))(gather);
  controls.addEventListener("focusin", gather);

  function filter() {
    gather();
    const [tag, author, link] = [byTag.value, byAuthor.value, byLink.value];
    const isOn = tag || author || link;
    let count = 0;
    comments.forEach((comment, index) => {
      const fact = facts[index];
      const fits = (!tag || fact.tags.includes(tag)) && (!author || fact.author === author) && (!link || fact.link === link);
      comment.hidden = !fits;
      if (fits) count += 1;
    });
    thread.classList.toggle("filtered", Boolean(isOn));
    for (const part of all("details", thread)) {
      if (isOn) { part.dataset.was ??= part.open ? "open" : ""; part.open = true; part.hidden = !find("article:not([hidden])", part); }
      else if (part.dataset.was !== undefined) { part.open = part.dataset.was === "open"; part.hidden = false; delete part.dataset.was; }
    }
    shown.textContent = isOn ? `${count} of ${comments.length} shown` : "";
  }
  controls.addEventListener("change", filter);
  controls.addEventListener("reset", () => setTimeout(filter));
  controls.addEventListener("submit", event => event.preventDefault());

  function fold(index, isFolded) {
    comments[index].classList.toggle("folds", isFolded);
    const end = answersEnd(index);
    let hiddenTo = 0;
    for (let at = index + 1; at < end; at += 1) {
      if (!isFolded && at < hiddenTo) continue;
      comments[at].classList.toggle("folded-away", isFolded);
      if (!isFolded && comments[at].classList.contains("folds")) hiddenTo = answersEnd(at);
    }
    comments[index].dataset.folded = isFolded ? `${end - index - 1} answers folded` : "";
    if (!isFolded) delete comments[index].dataset.folded;
  }
  function unfoldAround(element) {
    const index = order.get(element);
    for (let at = index, want = level[index]; at >= 0 && want >= 0; at -= 1) {
      if (level[at] < want || at === index) { want = level[at]; if (at !== index && comments[at].classList.contains("folds")) fold(at, false); }
      if (want === 0) break;
    }
  }
  const foldAll = find("#fold-all");
  foldAll.onclick = () => {
    const threads = all("details.answers", thread);
    const isOpen = threads.some(part => part.open);
    for (const part of threads) part.open = !isOpen;
    foldAll.textContent = isOpen ? "Unfold threads" : "Fold threads";
  };

  const keys = find("#keys");
  find("#show-keys").onclick = () => keys.showModal();
  const isShown = index => !comments[index].hidden && !comments[index].classList.contains("folded-away");
  function move(step, fits = isShown) {
    let at = current ? order.get(current) + step : step > 0 ? 0 : comments.length - 1;
    while (at >= 0 && at < comments.length && !fits(at)) at += step;
    if (comments[at]) goTo(comments[at]);
  }
  const actions = {
    j: () => move(1), k: () => move(-1), n: () => move(1, index => isShown(index) && level[index] === 0),
    p: () => { const link = current && find(".reply a", current); if (link) goTo(anchored(link.getAttribute("href"))); },
    r: () => { const at = current ? order.get(current) + 1 : comments.length; if (at < comments.length && level[at] > level[at - 1]) goTo(comments[at]); },
    f: () => { if (current) { const at = order.get(current); if (answersEnd(at) > at + 1) fold(at, !current.classList.contains("folds")); } },
    t: nextTheme, "/": () => byTag.focus(), "?": () => keys.showModal(),
  };
  document.addEventListener("keydown", event => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open || event.target.closest("input, select, textarea")) return;
    const action = actions[event.key];
    if (action) { event.preventDefault(); action(); }
  });
  document.addEventListener("focusin", event => { const comment = event.target.closest("article.c"); if (comment) mark(comment); });
  // On paper everything is open.
  addEventListener("beforeprint", () => { for (const part of all("details")) { part.dataset.print = part.open ? "open" : ""; part.open = true; } });
  addEventListener("afterprint", () => { for (const part of all("details[data-print]")) { part.open = part.dataset.print === "open"; delete part.dataset.print; } });
})();
