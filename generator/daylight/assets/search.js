// Search: the list below the box in the header while somebody types, and the page search/. The page starts when this is loaded.
// register.js uses `find`, `load` and `said` too.

import { LANGUAGE, describe, find, index, kindOf, load, nearest, said, sums } from "./search-index.js"
import { marked, tokens, wanted } from "./search-words.js"

export { describe, find, index, load, said, sums, tokens, wanted }

const MOST = 8, EACH = 3, STEP = 20
const KINDS = ["page", "opportunity", "fund", "area", "priority", "organisation", "award", "decision"] // names before records
const plural = new Intl.PluralRules(LANGUAGE.pathname.endsWith("/cy/") ? "cy" : "en")
const number = new Intl.NumberFormat("en-GB")

// A text with its {braces} filled in.
export const fill = (text, values) => text.replace(/\{(\w+)\}/g, (_, name) => values[name])

// A text that holds a number, in the form that the language has for it.
export const counted = (texts, name, count) => fill(texts.counted[name][plural.select(count)], { count: number.format(count) })

// Pence as pounds; pennies are said where there are any.
export const money = pence => new Intl.NumberFormat("en-GB", {
  style: "currency", currency: "GBP", minimumFractionDigits: pence % 100 ? 2 : 0,
}).format(pence / 100)

function make(name, values = {}, ...nodes) {
  const made = document.createElement(name)
  for (const [key, value] of Object.entries(values)) made.setAttribute(key, value)
  made.append(...nodes)
  return made
}

const address = (path, values) => {
  const url = new URL(path, LANGUAGE)
  for (const [name, value] of Object.entries(values)) if (value) url.searchParams.set(name, value)
  return url.href
}

// What was found as lists of one kind each, the best first: what has every word in its name, then the rest.
async function ranked({ ids, named }) {
  const { kinds } = await index(), names = new Set(named), others = names.size ? ids.filter(id => !names.has(id)) : ids
  const place = ([kind]) => (KINDS.indexOf(kind) + 1 || KINDS.length + 1)
  const order = kinds.toSorted((a, b) => place(a) - place(b))
  return [named, others].flatMap(all => order.map(([, , first, count]) => between(all, first, first + count))).filter(list => list.length)
}

// The part of rising numbers from one on and below another.
function between(numbers, from, below) {
  const start = numbers.findIndex(number => number >= from), end = numbers.findLastIndex(number => number < below)
  return start < 0 ? [] : numbers.slice(start, end + 1)
}

// The first of what was found, not too many of one kind as long as there are others.
function mixed(lists) {
  const first = lists.flatMap(list => list.slice(0, EACH)).slice(0, MOST)
  for (const id of lists.flatMap(list => list.slice(0, MOST))) if (first.length < MOST && !first.includes(id)) first.push(id)
  return lists.flatMap(list => list.slice(0, MOST)).filter(id => first.includes(id))
}

// "14 awards, £61,203, since 2019", or "" where there is no award.
async function summed(texts, ids) {
  const { count, counted: added, pence, year } = await sums(ids)
  if (!count) return ""
  const name = `${added ? (added === count ? "sum" : "added_up") : "awards"}${year ? "_since" : ""}`
  const awards = counted(texts, "awards", count)
  return name === "awards" ? awards : fill(texts.texts[name], { awards, total: money(pence), year })
}

// A result as its title and one line about it.
function told(texts, { title, welsh, kind, amount, year, more }, words) {
  const own = LANGUAGE.pathname.endsWith("/cy/"), english = own ? { lang: "en" } : {} // what a record says in English only
  const name = make("span", own && welsh ? {} : english, ...marked((own && welsh) || title, words))
  const about = make("span", { class: "dl-about" }, texts.kinds[kind][0])
  const said = [amount === null ? "" : money(Math.round(amount * 100)), year, more && make("span", english, ...marked(more, words))]
  for (const part of said.filter(Boolean)) about.append(" · ", part)
  return [name, about]
}

function failed(input, whether = true) {
  const line = input.form.querySelector("[data-daylight-failed]")
  if (line) line.hidden = !whether
}

// The list below the box: a combobox, in which the arrows move through links.
export function attach(input) {
  const list = make("div", { class: "dl-found", role: "listbox", id: "dl-found", hidden: "" })
  const status = make("p", { class: "dl-hidden", role: "status" })
  let active = -1, asked = 0
  for (const [name, value] of Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-expanded": "false", "aria-controls": "dl-found" })) {
    input.setAttribute(name, value)
  }
  input.form.append(list, status)

  function show(nodes, query = "") {
    active = -1
    list.dataset.daylightFor = query
    list.replaceChildren(...nodes)
    list.hidden = !nodes.length
    input.setAttribute("aria-expanded", String(!list.hidden))
    input.removeAttribute("aria-activedescendant")
  }

  function move(step) {
    const options = [...list.querySelectorAll("[role=option]")]
    options[active]?.setAttribute("aria-selected", "false")
    active = (active + step + options.length + 1) % (options.length + 1)
    if (active === options.length || active < 0) active = -1
    const option = options[active]
    option?.setAttribute("aria-selected", "true")
    option?.scrollIntoView({ block: "nearest" })
    if (option) input.setAttribute("aria-activedescendant", option.id)
    else input.removeAttribute("aria-activedescendant")
  }

  async function update() {
    const query = input.value, mine = ++asked
    if (!wanted(query).length) return show([])
    try {
      const [texts, found] = await Promise.all([said(), find(query)])
      const [rows, sum, meant] = await Promise.all([
        ranked(found).then(lists => describe(mixed(lists))), summed(texts, found.ids), found.ids.length ? null : nearest(query),
      ])
      if (mine !== asked) return
      list.setAttribute("aria-label", texts.texts.suggestions)
      const line = found.ids.length ? counted(texts, "results", found.ids.length) : fill(texts.texts.nothing, { query })
      status.textContent = sum ? `${line}: ${sum}` : line
      const options = rows.map(row => [told(texts, row, found.words), address(row.path, {}), "dl-hit"])
      if (sum) options.unshift([[sum], address("awards/", { q: query.trim() }), "dl-sum"])
      if (found.ids.length > rows.length) {
        options.push([[counted(texts, "all_results", found.ids.length)], address("search/", { q: query.trim() }), "dl-all"])
      }
      if (meant) options.push([[fill(texts.texts.meant, { words: meant })], address("search/", { q: meant }), "dl-all"])
      const nodes = options.map(([nodes, href, name], place) => make("a", {
        role: "option", id: `dl-found-${place}`, href, tabindex: "-1", "aria-selected": "false", class: name,
      }, ...nodes))
      if (!found.ids.length) nodes.unshift(make("p", { role: "presentation" }, line))
      show(nodes, query)
      failed(input, false)
    } catch {
      if (mine === asked) show([]), failed(input)
    }
  }

  input.addEventListener("input", update)
  input.addEventListener("keydown", event => {
    if (event.key === "Escape" && !list.hidden) {
      asked++
      show([])
    } else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && list.hidden) {
      update()
    } else if (event.key === "ArrowDown") {
      move(1)
    } else if (event.key === "ArrowUp") {
      move(active < 0 ? 0 : -1)
    } else if (event.key === "Enter" && active >= 0) {
      list.querySelectorAll("[role=option]")[active].click()
    } else {
      return
    }
    event.preventDefault()
  })
  list.addEventListener("mousedown", event => event.preventDefault()) // the box keeps the focus
  input.addEventListener("blur", () => { asked++, show([]) })
  Promise.all([said(), load("sums.json")]).catch(() => {})
  if (document.activeElement === input && input.value) update()
}

// The page search/: everything that a query finds, by kind, some at a time.
async function page(place) {
  const asked = new URL(location.href).searchParams, query = (asked.get("q") ?? "").trim(), kind = asked.get("kind") ?? ""
  for (const input of document.querySelectorAll("[data-daylight-search]")) input.value = query
  if (!wanted(query).length) return
  const texts = await said(), { kinds } = await index(), all = await find(query), ids = (await ranked(all)).flat()
  const mine = kind ? ids.filter(id => kindOf(kinds, id)[0] === kind) : ids
  const count = counted(texts, "results", mine.length), found = fill(texts.texts.found_for, { results: count, query })
  const line = mine.length ? found : fill(texts.texts.nothing, { query })
  document.title = `${line} – ${document.title}`
  const list = make("ol", { class: "dl-results" }), more = make("button", { type: "button", class: "dl-button" })

  async function next() {
    const start = list.children.length, rows = await describe(mine.slice(start, start + STEP))
    list.append(...rows.map(row => {
      const [name, about] = told(texts, row, all.words)
      return make("li", {}, make("a", { href: address(row.path, {}) }, name), about)
    }))
    const left = Math.min(STEP, mine.length - list.children.length)
    more.hidden = !left
    more.textContent = counted(texts, "more", left)
    if (start) list.children[start].querySelector("a").focus()
  }

  await next()
  more.addEventListener("click", () => next().catch(() => failedPage(place)))
  const parts = []
  const sum = await summed(texts, ids)
  if (sum) parts.push(make("p", { class: "dl-sum" }, make("a", { href: address("awards/", { q: query }) }, sum)))
  if (mine.length) parts.push(choices(texts, query, kind, kinds, ids), list, more)
  else parts.push(...await advice(texts, query))
  place.querySelector("[role=status]").textContent = line
  place.append(...parts)
}

// Links to the results of each kind, with their numbers.
function choices(texts, query, chosen, kinds, ids) {
  const counts = new Map()
  for (const id of ids) counts.set(kindOf(kinds, id)[0], (counts.get(kindOf(kinds, id)[0]) ?? 0) + 1)
  const items = [["", texts.texts.all_kinds, ids.length], ...kinds.filter(([kind]) => counts.has(kind)).map(([kind]) => [kind, texts.kinds[kind][1], counts.get(kind)])]
  const links = items.map(([kind, name, count]) => make("li", {}, make("a", {
    href: address("search/", { q: query, kind }), ...(kind === chosen ? { "aria-current": "page" } : {}),
  }, `${name} (${number.format(count)})`)))
  return make("nav", { "aria-label": texts.texts.kinds, class: "dl-kinds" }, make("ul", {}, ...links))
}

// What one can do where nothing was found.
async function advice(texts, query) {
  const meant = await nearest(query), [before, after] = texts.texts.meant.split("{words}")
  const link = meant && make("p", {}, before, make("a", { href: address("search/", { q: meant }) }, meant), after)
  return [...(link ? [link] : []), make("p", {}, texts.texts.fewer)]
}

function failedPage(place) {
  place.querySelector("[role=status]").textContent = place.dataset.daylightResults
}

for (const place of document.querySelectorAll("[data-daylight-results]")) page(place).catch(() => failedPage(place))
