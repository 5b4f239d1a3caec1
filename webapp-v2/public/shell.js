// Until the program is here: speaks the reader's language, and says so when it cannot be had.
const again = document.querySelector('[data-shell]');

function rememberedLanguage() {
  try {
    return localStorage.getItem('language') ?? '';
  } catch {
    return '';
  }
}

if (again) {
  const preferred = [rememberedLanguage(), ...navigator.languages].map((tag) => tag.slice(0, 2));
  document.documentElement.lang = preferred.find((language) => language === 'en' || language === 'de') ?? 'en';
  again.addEventListener('click', () => location.reload());
  const program = document.querySelector('script[type="module"]');
  const fail = () => document.documentElement.classList.add('starting-failed');
  program.addEventListener('error', fail);
  // It may have failed before.
  if (performance.getEntriesByName(program.src).some(({ decodedBodySize }) => decodedBodySize === 0)) fail();
}
