// Corrects "Open" on a page that is older than the deadline. Everything works without this script.
for (const note of document.querySelectorAll("[data-daylight-closes]")) {
  if (new Date(note.dataset.daylightCloses) < new Date()) {
    note.dataset.daylightState = "closed"
    note.querySelector("strong").textContent = note.dataset.daylightClosed
  }
}
