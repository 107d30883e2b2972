// What every page does where scripts run: everything can be read and used without. Search and registers are fetched on first use.
const root = document.documentElement
const all = (selector) => document.querySelectorAll(selector)

// Light or dark: the device decides until the reader does, and that choice is remembered.
const dark = matchMedia("(prefers-color-scheme: dark)")
for (const button of all("[data-daylight-scheme]")) {
  const isDark = () => (root.dataset.mdColorScheme ?? (dark.matches ? "slate" : "default")) === "slate"
  const say = () => (button.textContent = isDark() ? button.dataset.daylightLight : button.dataset.daylightDark)
  button.addEventListener("click", () => {
    root.dataset.mdColorScheme = isDark() ? "default" : "slate"
    try {
      localStorage.setItem("daylight-scheme", root.dataset.mdColorScheme)
    } catch {} // where nothing may be kept, the choice holds for this page
    say()
  })
  dark.addEventListener("change", say)
  say()
  button.hidden = false
}

// A page that is older than a deadline says "Open" no more.
for (const state of all("[data-daylight-closes]")) {
  if (new Date(state.dataset.daylightCloses) < new Date()) {
    state.dataset.daylightState = "closed"
    state.textContent = state.dataset.daylightClosed
  }
}

// Copies the text of an element; the button and the word that it is done are said by the element itself.
for (const element of navigator.clipboard ? all("[data-daylight-copy]") : []) {
  const button = document.createElement("button")
  const said = document.createElement("span")
  Object.assign(button, { type: "button", className: "dl-copy", textContent: element.dataset.daylightCopy })
  said.setAttribute("role", "status")
  const text = element.textContent.trim()
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(text)
    said.textContent = ` ${element.dataset.daylightCopied}`
    setTimeout(() => (said.textContent = ""), 5000)
  })
  element.after(button, said)
}

// The quick exit: the page is gone at once, and the way back does not lead to it.
const exit = document.querySelector("[data-daylight-exit]")
if (exit) {
  const status = exit.parentElement.querySelector("[role=status]")
  let presses = []
  const leave = () => {
    document.body.hidden = true
    document.title = ""
    location.replace(exit.href)
  }
  exit.addEventListener("click", (event) => {
    event.preventDefault()
    leave()
  })
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return
    presses = [...presses.filter((at) => event.timeStamp - at < 5000), event.timeStamp]
    if (presses.length > 2) leave()
    else status.textContent = presses.length > 1 ? exit.dataset.daylightOnce : exit.dataset.daylightTwice
  })
}

// A menu that is open closes by Escape, or when the reader goes elsewhere.
for (const menu of all(".dl-wide details")) {
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return
    menu.open = false
    menu.firstElementChild.focus()
  })
  menu.addEventListener("focusout", (event) => (menu.open &&= !event.relatedTarget || menu.contains(event.relatedTarget)))
  addEventListener("click", (event) => (menu.open &&= menu.contains(event.target)))
}

// A report of an error says which page it is about: the link takes the address along, and the contact page shows it.
for (const link of all("a[data-daylight-report]")) {
  if (!link.search) link.search = `?page=${encodeURIComponent(location.pathname)}`
}
const page = new URLSearchParams(location.search).get("page")
const from = page && URL.canParse(page, location.origin) ? new URL(page, location.origin) : null
const own = [location.origin, document.querySelector("link[rel=canonical]")?.href ?? ""] // where this site is, and where it says it is
for (const place of from && own.some((home) => home.startsWith(from.origin)) ? all("[data-daylight-reported]") : []) {
  place.querySelector("code").textContent = from.href
  place.hidden = false
}

// A part that is fetched when it is first used: its module, and at the same time the modules that this will ask for.
// Where it cannot be had, the region says so and stays as without scripts.
function lazily(element, events, [name, ...more], start, region) {
  const first = async (event) => {
    for (const type of events) element.removeEventListener(type, first)
    try {
      for (const other of more) import(new URL(other, import.meta.url)).catch(() => {})
      await (await import(new URL(name, import.meta.url)))[start](element, event)
    } catch (error) {
      console.error(error)
      const failed = region.querySelector("[data-daylight-failed]")
      if (failed) failed.hidden = false
    }
  }
  for (const type of events) element.addEventListener(type, first)
  return first
}
for (const input of all("input[data-daylight-search]")) {
  const first = lazily(input, ["focus", "input"], ["search.js", "search-index.js", "search-words.js"], "attach", input.form)
  if (document.activeElement === input) first()
}
for (const register of all("[data-daylight-register]")) {
  const first = lazily(register, ["focusin", "click", "change"], ["register.js"], "start", register)
  if (location.search) first()
}
