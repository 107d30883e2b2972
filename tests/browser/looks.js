// What tests ask of a page that is shown: `daylight.faults()` are the faults of it, in words.
globalThis.daylight = (() => {
  const every = () => Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]))
  const told = (found) => found.flatMap(({ id, nodes }) => nodes.map(({ html, any, all, none }) =>
    `${id}: ${html.slice(0, 160)} ${[...any, ...all, ...none][0]?.message ?? ""}`))
  const name = (element) => element.outerHTML.slice(0, 160)

  // axe asks for the colour with which letters are filled, and Chromium forgets there that the device has colours of its own.
  const asked = CSSStyleDeclaration.prototype.getPropertyValue
  CSSStyleDeclaration.prototype.getPropertyValue = function (name) {
    const forced = name === "-webkit-text-fill-color" && matchMedia("(forced-colors: active)").matches
    return asked.call(this, forced ? "color" : name)
  }

  async function violations() {
    return told((await axe.run(document, { rules: every(), resultTypes: ["violations"] })).violations)
  }

  async function doubts() {
    return told((await axe.run(document, { rules: every(), resultTypes: ["incomplete"] })).incomplete)
  }

  // Everything that a key or a finger can reach now.
  function targets() {
    return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) =>
      element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }) &&
      element.getClientRects().length)
  }

  // The colour that a browser makes of a CSS colour: red, green, blue and alpha, 0 to 255.
  const pencil = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true })
  function colour(css) {
    pencil.clearRect(0, 0, 1, 1)
    pencil.fillStyle = css
    pencil.fillRect(0, 0, 1, 1)
    return pencil.getImageData(0, 0, 1, 1).data
  }

  function light([r, g, b]) {
    const [x, y, z] = [r, g, b].map((c) => (c /= 255) <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    return 0.2126 * x + 0.7152 * y + 0.0722 * z
  }

  function contrast(one, other) {
    const [more, less] = [light(one), light(other)].sort((a, b) => b - a)
    return (more + 0.05) / (less + 0.05)
  }

  function behind(element) {
    for (let at = element; at; at = at.parentElement) {
      const found = colour(getComputedStyle(at).backgroundColor)
      if (found[3] === 255) return found
    }
    return colour("Canvas")
  }

  // A ring, or a ring around that, of at least 2 pixels that stands out from what is around it (WCAG 2.4.13 and 1.4.11).
  function unseen(element) {
    element.focus()
    if (document.activeElement !== element) return [`takes no focus: ${name(element)}`]
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element)
    const [, shadow, spread] = /^(.+?\)) 0px 0px 0px (\d+)px$/.exec(boxShadow) ?? []
    const line = outlineStyle === "none" ? 0 : parseFloat(outlineWidth)
    const rings = [...(line >= 2 ? [outlineColor] : []), ...(spread - line >= 2 ? [shadow] : [])]
    const best = Math.max(0, ...rings.map((ring) => contrast(colour(ring), behind(element.parentElement))))
    return best < 3 ? [`a ring of focus with a contrast of ${best.toFixed(2)}: ${name(element)}`] : []
  }

  // At least 24 by 24 pixels (WCAG 2.5.8). Of a box with a label, the label counts too. Links within text are left to axe.
  function small(element) {
    const boxes = [element, ...(element.labels ?? [])].map((one) => one.getBoundingClientRect())
    const size = Math.max(...boxes.map((box) => box.width)) >= 24 && Math.max(...boxes.map((box) => box.height)) >= 24
    return size || getComputedStyle(element).display === "inline" ? [] : [`smaller than 24 by 24 pixels: ${name(element)}`]
  }

  function sideways() {
    const wide = document.documentElement.scrollWidth - innerWidth
    return wide > 0 ? [`scrolls sideways by ${wide} pixels`] : []
  }

  // Takes away the rows and items of lists that are made in the same way as so many before them.
  function thinned(most) {
    const seen = new Map()
    for (const row of document.querySelectorAll("main :is(tbody > tr, dl > div, ul > li, ol > li)")) {
      if (row.closest("nav")) continue
      const parts = [row, ...row.querySelectorAll("*")].map((one) => `${one.localName}.${one.className}.${one.role}.${one.lang}`)
      const made = [row.parentElement.className, ...parts].join(" ")
      seen.set(made, (seen.get(made) ?? 0) + 1)
      if (seen.get(made) > most) row.remove()
    }
  }

  async function faults(most) {
    document.activeElement?.blur() // the link that skips to the content lies over others while it has the focus
    const found = sideways()
    thinned(most)
    found.push(...(await violations()))
    for (const target of targets()) found.push(...unseen(target), ...small(target))
    document.activeElement?.blur()
    return found
  }

  return { faults, doubts, sideways }
})()
