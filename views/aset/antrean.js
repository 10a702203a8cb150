// Keys of the queue: J and K go on and back, V and R choose the decision; nothing is sent by a key.
(() => {
  const butir = [...document.querySelectorAll('.ina-antrean a')];
  const formulir = document.querySelector('[data-putusan]');
  const petunjuk = document.querySelector('[data-tuts]');
  if (petunjuk) petunjuk.hidden = false;
  const pindah = (langkah) => {
    const kini = butir.findIndex((a) => a.getAttribute('aria-current') === 'true');
    const ke = butir[kini === -1 ? 0 : kini + langkah];
    if (ke) ke.click();
  };
  const pilih = (nilai, fokus) => {
    const pilihan = formulir?.querySelector(`[name="tindakan"][value="${nilai}"]`);
    if (!pilihan) return;
    pilihan.checked = true;
    formulir.querySelector(fokus).focus();
  };
  const TUTS = {
    j: () => pindah(1),
    k: () => pindah(-1),
    v: () => pilih('verifikasi', '[type="submit"]'),
    r: () => pilih('kembalikan', '#alasan'),
  };
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.target.closest('input:not([type="radio"]):not([type="checkbox"]), textarea, select')) return;
    const lakukan = TUTS[e.key.toLowerCase()];
    if (!lakukan) return;
    e.preventDefault();
    lakukan();
  });
})();
