// A page that shows work going on (`data-segarkan`): brings the figures up to date, and loads the next page when the work is done.
(() => {
  const kini = document.querySelector('[data-segarkan]');
  if (!kini) return;
  const segarkan = async () => {
    try {
      const jawaban = await fetch(location.href, { headers: { accept: 'text/html' } });
      const halaman = new DOMParser().parseFromString(await jawaban.text(), 'text/html');
      const baru = halaman.querySelector('[data-segarkan]');
      if (!baru) {
        location.reload();
        return;
      }
      const [bilah, bilahBaru] = [kini.querySelector('progress'), baru.querySelector('progress')];
      bilah.value = bilahBaru.value;
      kini.querySelector('[data-teks]').textContent = baru.querySelector('[data-teks]').textContent;
    } catch {
      // the line is down: the next try tells
    }
    setTimeout(segarkan, 1000);
  };
  setTimeout(segarkan, 1000);
})();
