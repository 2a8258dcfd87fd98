
// Added by the bundler to the script that loads lazy pages; `src/app/pwa/missing.rs` hears the event.

const AGAIN = 'codessa-again';

/** Fetches a module, and knows one that the server no longer has from one that cannot be reached. */
async function found(url) {
  const answer = await fetch(url);
  if (answer.status === 404) throw Object.assign(new Error(`${url} is gone`), { gone: true });
  return answer;
}

/** Loads until it succeeds: once more at once, for a hiccup, then whenever the app or the network asks for it. */
async function patient(load) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const module = await load();
      if (attempt > 1) tell(null);
      return module;
    } catch (error) {
      if (attempt > 1 || error.gone) await retried(error.gone === true);
    }
  }
}

/** Waits for the network, or for the person to ask again: then everything that is missing is asked for, not this alone. */
function retried(gone) {
  return new Promise((retry) => {
    for (const event of ['online', AGAIN]) addEventListener(event, retry, { once: true });
    tell({ gone, retry: () => dispatchEvent(new Event(AGAIN)) });
  });
}

/** Says which page is missing, or with nothing that it has come. */
function tell(detail) {
  dispatchEvent(new CustomEvent('codessa-missing', { detail }));
}
