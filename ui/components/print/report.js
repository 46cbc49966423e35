// A lab report: what is written is kept as it is typed, and its charts go along as pictures to the Word file.
const AFTER = 800;
const SHARP = 2;

/** @param {HTMLImageElement} image @returns {string} the picture as PNG, on white as paper is */
export const asPng = (image) => {
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * SHARP; // as it was drawn, however wide it stands on this screen
  canvas.height = image.naturalHeight * SHARP;
  const pen = canvas.getContext('2d');
  if (!pen) return '';
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL('image/png').split(',')[1] ?? '';
};

/**
 * The pictures of all charts by their names.
 * @param {ParentNode} page @param {(image: HTMLImageElement) => string} [write]
 */
export const pictures = (page, write = asPng) => {
  /** @type {Record<string, string>} */
  const found = {};
  for (const figure of page.querySelectorAll('[data-lab-picture]')) {
    const image = figure.querySelector('img'); // none where a chart could not be drawn: its message is told
    const png = image ? write(image) : '';
    if (png) found[/** @type {HTMLElement} */ (figure).dataset.labPicture ?? ''] = png;
  }
  return found;
};

/** @param {HTMLFormElement} form */
const keepAsTyped = (form) => {
  const field = /** @type {HTMLTextAreaElement} */ (form.elements.namedItem('words'));
  const status = form.querySelector('[role=status]');
  const written = form.nextElementSibling;
  let kept = field.value;
  let waiting = 0;

  /** @param {string} words */
  const say = (words) => { if (status) status.textContent = words; };
  const send = async () => {
    const words = field.value;
    if (words === kept) return;
    try {
      const answer = await fetch(form.action, {
        method: 'POST', body: new URLSearchParams({ words }), headers: { accept: 'text/plain' }, keepalive: true,
      });
      const said = await answer.text();
      if (answer.ok) kept = words;
      say(answer.ok ? form.dataset.kept ?? '' : said);
    } catch {
      say(form.dataset.notKept ?? '');
    }
  };
  let last = Promise.resolve();
  const keep = () => {
    clearTimeout(waiting);
    last = last.then(send); // one after the other, so that what was typed last is what stays
    return last;
  };
  field.addEventListener('input', () => {
    if (written) written.textContent = field.value;
    say('');
    clearTimeout(waiting);
    waiting = window.setTimeout(keep, AFTER);
  });
  field.addEventListener('change', keep);
  window.addEventListener('pagehide', keep);
  form.addEventListener('submit', (event) => { event.preventDefault(); void keep(); });
  return keep;
};

const page = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-lab-word]'));
const reflection = /** @type {HTMLFormElement | null} */ (document.querySelector('[data-lab-reflection]'));
const keep = reflection ? keepAsTyped(reflection) : async () => {};
page?.addEventListener('submit', async (event) => {
  event.preventDefault();
  await window.labPrintReady;
  await keep();
  /** @type {HTMLInputElement} */ (page.elements.namedItem('pictures')).value = JSON.stringify(pictures(document));
  page.submit();
});
