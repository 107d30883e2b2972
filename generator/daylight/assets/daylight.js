// Corrects "Open" on a page that is older than the deadline. Everything works without this script.
for (const state of document.querySelectorAll("[data-daylight-closes]")) {
  if (new Date(state.dataset.daylightCloses) < new Date()) {
    state.dataset.daylightState = "closed"
    state.textContent = state.dataset.daylightClosed
  }
}
