const live = document.getElementById('live');
const state = document.getElementById('state');

// On a phone the inbox comes first; the panels above it unfold at a touch.
if (matchMedia('(max-width: 860px)').matches) for (const panel of document.querySelectorAll('.fold')) panel.open = false;

let shown = null;
async function refresh() {
  try {
    const answer = await fetch('/sandbox/inbox', { cache: 'no-store' });
    if (!answer.ok) throw new Error(answer.status);
    const text = await answer.text();
    if (text !== shown) show(text);
    state.textContent = 'Live';
    state.classList.remove('gone');
  } catch {
    state.textContent = 'Not reachable';
    state.classList.add('gone');
  }
}

// Only when something changed, and what was unfolded stays so.
function show(text) {
  const open = new Set([...live.querySelectorAll('details[open]')].map(d => d.dataset.key));
  live.innerHTML = text;
  for (const details of live.querySelectorAll('details')) details.open = open.has(details.dataset.key);
  shown = text;
}

document.addEventListener('submit', async event => {
  event.preventDefault();
  const form = event.target;
  const button = event.submitter;
  // Before the button is disabled: the value of a disabled one is left out.
  const body = new URLSearchParams(new FormData(form, button));
  button.disabled = true;
  try {
    await fetch(form.action, { method: 'POST', body, redirect: 'manual' });
  } finally {
    button.disabled = false;
    await refresh();
  }
});

setInterval(() => { if (!document.hidden) refresh(); }, 2000);
document.addEventListener('visibilitychange', () => { if (!document.hidden) refresh(); });
