/**
 * The page «Mã nhúng»: what a webmaster chooses becomes the code to paste, by the same function that `npm run hints` uses, with the
 * names of files of the version that runs now.
 */
const by = (id) => document.getElementById(id);
const form = by('chon');
const [code, copyButton, tryButton, preview, said] = ['code', 'copy', 'try', 'preview', 'said'].map(by);
/** Whole addresses: the code is for pages elsewhere. */
const at = (path) => new URL(path, location.href).href;
const [scripts, gateway, unit] = [at(form.dataset.scripts), at(form.dataset.gateway), form.dataset.unit];
const site = `${gateway}/v1/sites/${unit}`;

/** What stands at an address, or null. */
async function read(url) {
  try {
    const answer = await fetch(url);
    return answer.ok ? await answer.json() : null;
  } catch {
    return null;
  }
}

const isFiles = (value) => typeof value === 'object' && value !== null && Object.values(value).every((files) => Array.isArray(files));

/** Says a thing again where it was said before: a screen reader is silent about words that do not change. */
let saying = 0;
function say(text) {
  clearTimeout(saying);
  said.textContent = '';
  if (text !== '') saying = setTimeout(() => (said.textContent = text), 100);
}

/** Only what is new is written, so that it is not read out with every letter. */
function complain(text) {
  const line = by('fault');
  line.className = 'fault';
  if (line.textContent !== text) line.textContent = text;
}

/** «Thủ tục đăng ký khai sinh» is found under Đ, and fits a narrow box. */
function shortName(name) {
  const rest = name.replace(/^thủ tục\s+/i, '');
  return rest.charAt(0).toLocaleUpperCase('vi') + rest.slice(1);
}

/** Procedures to choose from: those that can be declared, or all of them and none. */
function fillProcedures(entries, tag) {
  const select = form.elements.procedure;
  const chosen = select.value;
  const declared = tag === 'motcua-dossier-form';
  const options = entries.filter(({ hasForm }) => hasForm === true || !declared).map(({ code: value, name }) => new Option(`${name} (${value})`, value));
  select.replaceChildren(...(declared ? [] : [new Option('Không ghi thủ tục nào', '')]), ...options);
  select.value = chosen;
  if (select.selectedIndex < 0) select.selectedIndex = 0;
}

function begin({ pasteCode, pasteFault }, files, facts, catalogue) {
  const sorter = new Intl.Collator('vi');
  const entries = (catalogue?.entries ?? []).map((entry) => ({ ...entry, name: shortName(entry.name) })).sort((a, b) => sorter.compare(a.name, b.name));
  const { phone } = form.elements;
  if (phone.value === '') phone.value = facts?.hotline ?? facts?.unit?.phone ?? '';
  const texts = Object.entries({ office: facts?.name?.vi, address: facts?.unit?.address, hours: facts?.openingHours?.vi }).filter(([, text]) => text);
  let filledFor = '';

  const wish = () => {
    const tag = form.elements.tag.value;
    const has = (name) => form.elements[name].closest('[data-for]').dataset.for.split(' ').includes(tag);
    for (const part of form.querySelectorAll('[data-for]')) part.hidden = !part.dataset.for.split(' ').includes(tag);
    if (has('procedure') && filledFor !== tag) fillProcedures(entries, (filledFor = tag));
    const { procedure, mode, helper } = form.elements;
    return {
      tag, scripts, gateway, unit,
      procedure: (has('procedure') && procedure.value) || null,
      mode: (has('mode') && mode.value) || null,
      helper: has('helper') && helper.checked,
      fallback: { ...Object.fromEntries(texts), phone: phone.value },
    };
  };

  const update = () => {
    const place = wish();
    const noList = place.tag === 'motcua-dossier-form' && entries.length === 0;
    const fault = noList ? 'chưa đọc được danh sách thủ tục, xin tải lại trang' : pasteFault(place);
    complain(fault === '' ? '' : `Chưa có mã: ${fault}.`);
    phone.setAttribute('aria-invalid', String(fault.includes('số điện thoại')));
    code.value = fault === '' ? pasteCode(files ?? {}, place) : '';
    copyButton.disabled = tryButton.disabled = fault !== '';
    by('plain').hidden = files !== null || fault !== '';
    preview.replaceChildren();
    say('');
  };
  form.addEventListener('input', update);
  update();
}

async function copy() {
  try {
    await navigator.clipboard.writeText(code.value);
    say('Đã chép. Bây giờ mở trang của mình ra dán.');
  } catch {
    code.focus();
    code.select();
    say('Máy không cho chép tự động. Mã đã được chọn sẵn: bấm Ctrl+C, hoặc giữ tay vào mã rồi chọn Sao chép.');
  }
}

/** A frame with the code and nothing else, written as a page would be. */
function tryOut() {
  const frame = document.createElement('iframe');
  frame.title = 'Xem thử';
  preview.replaceChildren(frame);
  const page = frame.contentDocument;
  page.open();
  page.write(`<!doctype html><html lang="vi"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Xem thử</title><body>${code.value}`);
  page.close();
  say('Phần xem thử ở ngay bên dưới.');
}

form.addEventListener('submit', (event) => event.preventDefault());
copyButton.addEventListener('click', copy);
tryButton.addEventListener('click', tryOut);
const [paste, files, facts, catalogue] = await Promise.all([import(`${scripts}page-paste.js`).catch(() => null), read(`${scripts}hints.json`), read(site), read(`${site}/catalogue`)]);
if (paste === null) complain('Chưa tải được trang này. Xin tải lại.');
else begin(paste, isFiles(files) ? files : null, facts, catalogue);
