// Counts the days again on the day on which a page is read: it may be older than that. Loaded by pages of opportunities alone.
const today = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London" }).format(new Date())

for (const place of document.querySelectorAll("[data-daylight-countdown]")) {
  const texts = JSON.parse(place.dataset.daylightTexts)
  const left = Math.round((Date.parse(place.dataset.daylightCountdown) - Date.parse(today)) / 86400000)
  if (new Date(place.dataset.daylightCloses) < new Date()) {
    place.textContent = place.dataset.daylightClosed
  } else if (left >= 0) {
    place.textContent = texts[left] ?? texts.n.replace("{n}", left)
  }
}
