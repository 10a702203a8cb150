// The form of a report (`data-lapor`): every field is saved on the server while it is typed. What has not arrived there yet is kept in
// this browser, for this person and this slot alone, and is sent as soon as the server answers again. On the page of conflicts
// (`data-konflik`) a decision ends what was kept.
(() => {
  const form = document.querySelector('form[data-lapor], form[data-konflik]');
  if (!form) return;
  const { pemilik, tempat, isian } = form.dataset;
  const kunci = (bagian, medan) => `tuntas/lapor/${pemilik}${tempat}/${bagian}/${medan}`;
  const gudang = {
    baca(k) {
      try {
        return JSON.parse(localStorage.getItem(k));
      } catch {
        return null;
      }
    },
    tulis(k, isi) {
      try {
        localStorage.setItem(k, JSON.stringify(isi));
        return true;
      } catch {
        return false;
      }
    },
    hapus(k) {
      try {
        localStorage.removeItem(k);
      } catch {
        // nothing was kept then
      }
    },
  };

  if (form.hasAttribute('data-konflik')) {
    form.addEventListener('submit', () => {
      for (const { dataset } of form.querySelectorAll('fieldset[data-medan]')) gudang.hapus(kunci(dataset.bagian, dataset.medan));
    });
    return;
  }

  const dialog = document.getElementById('lapor-masuk');
  const keadaan = form.querySelector('[data-keadaan]');
  const JEDA = 700;
  const ULANG = 5000;
  /** Every field once; the radio buttons of one question are one field. */
  const daftar = new Map();
  for (const elemen of form.querySelectorAll('[data-medan]')) {
    const ada = daftar.get(elemen.name);
    if (ada) ada.elemen.push(elemen);
    else daftar.set(elemen.name, { nama: elemen.name, bagian: elemen.dataset.bagian, medan: elemen.dataset.medan, elemen: [elemen] });
  }
  const semua = [...daftar.values()];
  for (const f of semua) {
    f.kunci = kunci(f.bagian, f.medan);
    f.versi = form.elements.namedItem(`versi:${f.nama}`);
    f.semula = form.elements.namedItem(`semula:${f.nama}`);
    f.letak = 'server';
  }

  const nilai = (f) => {
    if (f.elemen[0].type !== 'radio') return f.elemen[0].value;
    return f.elemen.find((e) => e.checked)?.value ?? '';
  };
  const isi = (f, baru) => {
    if (f.elemen[0].type !== 'radio') f.elemen[0].value = baru;
    else for (const e of f.elemen) e.checked = e.value === baru;
  };
  const sama = (a, b) => a.replace(/\r\n?/g, '\n').trim() === b.replace(/\r\n?/g, '\n').trim();

  let waktu = keadaan.querySelector('[data-kalau="server"] [data-teks]').textContent;
  const tampilkan = () => {
    const punya = (letak) => semua.find((f) => f.letak === letak);
    const kini = punya('konflik') ? 'konflik' : punya('gagal') ? 'gagal' : punya('peramban') ? 'peramban' : punya('dikirim') ? 'dikirim' : waktu ? 'server' : '';
    for (const satu of keadaan.querySelectorAll('[data-kalau]')) satu.hidden = satu.dataset.kalau !== kini;
    const teks = keadaan.querySelector(`[data-kalau="${kini}"] [data-teks]`);
    if (teks) teks.textContent = kini === 'gagal' ? punya('gagal').sebab : waktu;
  };

  const jadwalkan = (f, jeda) => {
    clearTimeout(f.nanti);
    f.nanti = setTimeout(() => void kirim(f), jeda);
  };

  /**
   * A session that began anew has forms with another token.
   * @returns `baru`: the same person is signed in; `masuk`: nobody is; `lain`: somebody else, or nothing may be entered any more
   */
  let pembaruan = null;
  const perbaruiToken = () =>
    (pembaruan ??= (async () => {
      try {
        const jawaban = await fetch(location.pathname, { headers: { accept: 'text/html' }, cache: 'no-store' });
        const halaman = new DOMParser().parseFromString(await jawaban.text(), 'text/html');
        if (jawaban.redirected) return 'masuk';
        const baru = halaman.querySelector('form[data-lapor]');
        if (baru?.dataset.pemilik !== pemilik) return 'lain';
        const token = baru.elements.namedItem('_csrf').value;
        for (const satu of document.querySelectorAll('input[name="_csrf"]')) satu.value = token;
        return 'baru';
      } finally {
        pembaruan = null;
      }
    })());

  async function minta(f, tertulis) {
    return fetch(isian, {
      method: 'POST',
      keepalive: tertulis.length < 30000,
      headers: { 'content-type': 'application/json', accept: 'application/json', 'x-csrf-token': form.elements.namedItem('_csrf').value },
      body: JSON.stringify({ bagian: f.bagian, medan: f.medan, nilai: tertulis, versi: Number(f.versi.value) }),
    });
  }

  async function kirim(f) {
    clearTimeout(f.nanti);
    if (f.letak === 'konflik') return;
    if (f.berjalan) {
      f.lagi = true;
      return;
    }
    f.berjalan = true;
    f.lagi = false;
    const tertulis = nilai(f);
    try {
      let jawaban = await minta(f, tertulis);
      // Without a session the token is none either.
      const siapa = jawaban.status === 403 || jawaban.status === 401 ? await perbaruiToken() : 'baru';
      if (siapa === 'baru' && jawaban.status === 403) jawaban = await minta(f, tertulis);
      if (siapa === 'masuk') {
        f.letak = 'peramban';
        if (!dialog.open) dialog.showModal();
      } else if (siapa === 'lain') {
        f.letak = 'gagal';
        f.sebab = 'Isian ini tidak lagi terbuka bagi yang kini masuk di peramban ini. Salin dahulu yang Anda ketik, lalu muat ulang halamannya.';
      } else if (jawaban.status >= 500 || jawaban.status === 429) {
        f.letak = 'peramban';
        jadwalkan(f, ULANG);
      } else {
        terima(f, tertulis, jawaban, await jawaban.json());
        if (dialog.open) dialog.close();
      }
    } catch {
      f.letak = 'peramban';
      jadwalkan(f, ULANG);
    }
    f.berjalan = false;
    if (f.lagi) jadwalkan(f, 0);
    tampilkan();
  }

  function terima(f, tertulis, jawaban, hasil) {
    if (jawaban.status === 409) {
      f.letak = 'konflik';
    } else if (jawaban.ok) {
      f.versi.value = String(hasil.versi);
      f.semula.value = hasil.semula;
      waktu = hasil.waktu;
      if (nilai(f) === tertulis) {
        gudang.hapus(f.kunci);
        f.letak = 'server';
      } else {
        simpanDiSini(f);
        jadwalkan(f, JEDA);
      }
    } else {
      f.letak = 'gagal';
      f.sebab = hasil.detail ?? '';
    }
  }

  function simpanDiSini(f) {
    f.aman = gudang.tulis(f.kunci, { nilai: nilai(f), versi: Number(f.versi.value) });
  }

  function berubah(f, jeda) {
    simpanDiSini(f);
    if (f.letak !== 'konflik') f.letak = 'dikirim';
    jadwalkan(f, jeda);
    tampilkan();
  }

  const dari = (peristiwa) => daftar.get(peristiwa.target.name);
  form.addEventListener('input', (p) => {
    const f = dari(p);
    if (f) berubah(f, JEDA);
  });
  form.addEventListener('change', (p) => {
    const f = dari(p);
    if (f && f.letak !== 'server') berubah(f, 0);
  });
  const kirimSisa = () => {
    for (const f of semua) if (f.letak === 'dikirim' || f.letak === 'peramban') void kirim(f);
  };
  addEventListener('online', kirimSisa);
  addEventListener('focus', kirimSisa);
  addEventListener('pagehide', kirimSisa);
  addEventListener('beforeunload', (p) => {
    if (!mengirim && semua.some((f) => f.letak !== 'server' && f.aman === false)) p.preventDefault();
  });
  let mengirim = false;
  form.addEventListener('submit', ({ submitter }) => {
    mengirim = true;
    // What is taken over from the last report replaces what was typed.
    if (submitter?.name === 'salin') gudang.hapus(kunci('utama', submitter.value));
    for (const f of semua) clearTimeout(f.nanti);
  });
  dialog.querySelector('[data-tutup]').addEventListener('click', () => dialog.close());

  // What a closed lid, a crash or a dead line left behind.
  for (const f of semua) {
    const tersisa = gudang.baca(f.kunci);
    if (!tersisa || typeof tersisa.nilai !== 'string') continue;
    if (sama(tersisa.nilai, nilai(f))) {
      gudang.hapus(f.kunci);
      continue;
    }
    isi(f, tersisa.nilai);
    f.versi.value = String(tersisa.versi);
    f.semula.value = '';
    f.letak = 'peramban';
    void kirim(f);
  }
  tampilkan();
})();
