// Evidence in a form (`data-bukti`): files are sent as soon as they are chosen, piece by piece, and go on where a broken line stopped
// them; links, dates and descriptions are saved without leaving the page; pictures from a telephone appear by themselves.
(() => {
  const POTONG = 4 * 1024 * 1024;
  const SEKALIGUS = 2;
  const COBA = 40;
  const daftarBlok = [...document.querySelectorAll('[data-bukti]')];
  if (daftarBlok.length === 0) return;

  const antrean = [];
  let berjalan = 0;
  const tunggu = (md) => new Promise((selesai) => setTimeout(selesai, md));
  const formulir = (blok) => blok.closest('form') ?? blok;
  const csrf = (blok) => formulir(blok).querySelector('[name="_csrf"]')?.value ?? '';

  const unsur = (nama, sifat = {}, ...isi) => {
    const el = document.createElement(nama);
    for (const [k, v] of Object.entries(sifat)) el.setAttribute(k, v);
    el.append(...isi);
    return el;
  };
  const gambarIkon = (nama) => {
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('class', 'ina-icon');
    svg.setAttribute('aria-hidden', 'true');
    const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
    use.setAttribute('href', `#i-${nama}`);
    svg.append(use);
    return svg;
  };
  const ukuran = (bita) => {
    const [n, satuan] = bita < 1e6 ? [bita / 1e3, 'kB'] : [bita / 1e6, 'MB'];
    return `${new Intl.NumberFormat('id', { maximumFractionDigits: 1 }).format(n)} ${satuan}`;
  };
  const kabar = (blok, teks) => {
    blok.querySelector('[data-kabar-bukti]').textContent = teks;
  };

  // One request; a line that breaks is an answer too (status 0).
  const minta = (blok, cara, alamat, { badan = null, kepala = {}, terima = 'application/json', maju = null } = {}) =>
    new Promise((selesai) => {
      const x = new XMLHttpRequest();
      x.open(cara, alamat);
      x.setRequestHeader('accept', terima);
      x.setRequestHeader('x-csrf-token', csrf(blok));
      for (const [k, v] of Object.entries(kepala)) x.setRequestHeader(k, v);
      if (maju) x.upload.onprogress = (e) => maju(e.loaded);
      const jawab = () => {
        let isi = null;
        try {
          isi = JSON.parse(x.responseText);
        } catch {
          // a page, or nothing
        }
        selesai({ status: x.status, isi, teks: x.responseText });
      };
      x.onload = jawab;
      x.onerror = x.onabort = x.ontimeout = () => selesai({ status: 0, isi: null, teks: '' });
      x.timeout = 120000;
      x.send(badan);
    });

  const halaman = async (blok) => {
    const { status, teks } = await minta(blok, 'GET', blok.dataset.alamat, { terima: 'text/html' });
    const isi = status === 200 ? new DOMParser().parseFromString(teks, 'text/html') : null;
    const baru = isi?.querySelector(`[data-bukti="${CSS.escape(blok.dataset.bukti)}"]`) ?? null;
    return { baru, csrf: isi?.querySelector('[name="_csrf"]')?.value ?? null };
  };

  // A session that ended, or began anew in another tab: with the token of this moment it goes on.
  const kenali = async (blok) => {
    const { csrf: baru } = await halaman(blok);
    if (baru === null || document.querySelector('[data-kecilkan]')) return false;
    for (const medan of document.querySelectorAll('[name="_csrf"]')) medan.value = baru;
    return true;
  };

  const pesanGagal = ({ status, isi }) => {
    if (status === 401) return 'Sesi Anda berakhir. Masuk lagi di tab lain, lalu tekan Coba lagi; berkasnya tetap di sini.';
    if (status === 0) return 'Sambungan terputus. Periksa jaringan Anda, lalu tekan Coba lagi.';
    return isi?.detail ?? isi?.title ?? 'Berkas ini belum dapat dikirim. Tekan Coba lagi.';
  };
  const sementara = (status) => status === 0 || status === 429 || status >= 500;

  class Kiriman {
    constructor(blok, input, berkas) {
      Object.assign(this, { blok, medan: input.name, berkas, gagalTerus: 0 });
      this.bilah = unsur('progress', { max: '100', value: '0', 'aria-label': `Mengunggah ${berkas.name}` });
      this.angka = unsur('span', { class: 'ina-redup ina-angka' }, '0%');
      this.rincian = unsur('span', { class: 'ina-redup' }, ukuran(berkas.size));
      this.isi = unsur('div', {}, unsur('b', {}, berkas.name), this.rincian, this.bilah);
      this.li = unsur('li', { 'data-kiriman': '' }, gambarIkon(berkas.type.startsWith('image/') ? 'photo' : 'file-text'), this.isi, this.angka);
      const kelompok = input.closest('[data-kelompok]') ?? blok;
      (kelompok.querySelector('[data-daftar]') ?? blok.querySelector('[data-daftar]')).append(this.li);
    }

    maju(bita) {
      const persen = this.berkas.size === 0 ? 0 : Math.min(100, Math.floor((bita / this.berkas.size) * 100));
      this.bilah.value = persen;
      this.angka.textContent = `${persen}%`;
      this.rincian.textContent = `${ukuran(bita)} dari ${ukuran(this.berkas.size)}`;
    }

    gagal(pesan, lagi) {
      this.selesai = true;
      this.bilah.remove();
      this.rincian.className = 'ina-error';
      this.rincian.textContent = pesan;
      const tombol = (teks, kerja) => {
        const b = unsur('button', { type: 'button', class: 'ina-button ina-button--sm' }, teks, unsur('span', { class: 'ina-sr' }, ` ${this.berkas.name}`));
        b.addEventListener('click', kerja);
        return b;
      };
      const ulang = () => {
        this.li.remove();
        masukkan(this.blok, this.asal, [this.berkas]);
      };
      this.angka.replaceChildren(...(lagi ? [tombol('Coba lagi', ulang)] : []), tombol('Buang', () => this.li.remove()));
      kabar(this.blok, `${this.berkas.name}: ${pesan}`);
    }

    async jalan() {
      const { blok } = this;
      if ('kecilkan' in blok.dataset && window.tuntasKecilkan) this.berkas = await window.tuntasKecilkan(this.berkas);
      const terbesar = Number(blok.dataset.terbesar);
      if (this.berkas.size > terbesar) return this.gagal(`Lebih besar dari ${Math.round(terbesar / 1048576)} MB; perkecil atau bagi menjadi beberapa berkas.`, false);
      const awal = new URLSearchParams({ medan: this.medan, nama: this.berkas.name, ukuran: String(this.berkas.size) });
      let keadaan = await this.ulangi(() => minta(blok, 'POST', blok.dataset.unggahan, { badan: awal }));
      const alamat = keadaan && `${blok.dataset.unggahan}/${keadaan.id}`;
      while (keadaan && !keadaan.bukti) {
        const { diterima } = keadaan;
        const badan = this.berkas.slice(diterima, diterima + POTONG);
        const kepala = { 'upload-offset': String(diterima), 'content-type': 'application/octet-stream' };
        keadaan = await this.ulangi(
          () => minta(blok, 'PATCH', alamat, { badan, kepala, maju: (b) => this.maju(diterima + b) }),
          () => minta(blok, 'GET', alamat),
        );
        if (keadaan) this.maju(keadaan.diterima);
      }
      if (!keadaan) return undefined;
      this.selesai = true;
      kabar(blok, `${this.berkas.name} tersimpan.`);
      if ('kecilkan' in blok.dataset) {
        this.bilah.remove();
        this.rincian.textContent = 'Tersimpan; sudah ada pada laporan.';
        return this.angka.replaceChildren(gambarIkon('check'));
      }
      await segarkan(blok);
      return this.li.remove();
    }

    // Until there is an answer that ends it; `tanya` asks how far it has come after a break.
    async ulangi(kerja, tanya = null) {
      let jawaban = await kerja();
      for (let ke = 0; ke < COBA; ke += 1) {
        const { status, isi } = jawaban;
        if ((status === 200 || status === 201 || status === 409) && isi?.id) return isi;
        if ((status === 401 || status === 403) && ke === 0 && (await kenali(this.blok))) {
          jawaban = await kerja();
          continue;
        }
        if (!sementara(status)) break;
        this.angka.textContent = 'Terputus; dicoba lagi';
        await tunggu(Math.min(15000, 500 * 2 ** ke));
        jawaban = await (tanya ?? kerja)();
      }
      this.gagal(pesanGagal(jawaban), sementara(jawaban.status) || jawaban.status === 401 || jawaban.status === 403);
      return null;
    }
  }

  const lanjut = () => {
    while (berjalan < SEKALIGUS && antrean.length > 0) {
      const satu = antrean.shift();
      berjalan += 1;
      satu.jalan().catch(() => satu.gagal('Berkas ini belum dapat dikirim. Tekan Coba lagi.', true)).finally(() => {
        berjalan -= 1;
        lanjut();
      });
    }
  };

  const masukkan = (blok, input, berkas) => {
    for (const satu of berkas) {
      const kiriman = new Kiriman(blok, input, satu);
      kiriman.asal = input;
      antrean.push(kiriman);
    }
    lanjut();
  };

  const sedangDiisi = (li) =>
    li.contains(document.activeElement) ||
    [...li.querySelectorAll('input, select')].some((m) => (m.tagName === 'INPUT' ? m.value !== m.defaultValue : !m.selectedOptions[0]?.defaultSelected && m.selectedIndex > 0));

  // Takes over what the server has; what somebody is typing in stays.
  const segarkan = async (blok) => {
    const { baru } = await halaman(blok);
    if (!baru) return;
    for (const kelompok of baru.querySelectorAll('[data-kelompok]')) {
      const kini = blok.querySelector(`[data-kelompok="${CSS.escape(kelompok.dataset.kelompok)}"]`);
      const daftar = kini?.querySelector('[data-daftar]');
      if (!daftar) continue;
      const ada = new Map([...daftar.querySelectorAll('[data-bukti-id]')].map((li) => [li.dataset.buktiId, li]));
      const terkirim = daftar.querySelector('[data-kiriman]');
      for (const li of kelompok.querySelectorAll('[data-bukti-id]')) {
        const lama = ada.get(li.dataset.buktiId);
        ada.delete(li.dataset.buktiId);
        const salinan = document.importNode(li, true);
        if (!lama) daftar.insertBefore(salinan, terkirim);
        else if (!sedangDiisi(lama) && lama.outerHTML !== salinan.outerHTML) lama.replaceWith(salinan);
      }
      for (const li of ada.values()) li.remove();
      const kosong = kini.querySelector('[data-kosong]');
      if (kosong) kosong.hidden = daftar.children.length > 0;
    }
    blok.querySelector('[data-jumlah]').textContent = baru.querySelector('[data-jumlah]').textContent;
  };

  const salahkan = (blok, galat) => {
    for (const { medan, pesan } of galat) {
      const el = document.getElementById(medan);
      el?.setAttribute('aria-invalid', 'true');
      const lama = document.getElementById(`${medan}-galat`);
      const isi = unsur('span', { class: 'ina-error', id: `${medan}-galat` }, gambarIkon('alert-circle'), unsur('span', {}, pesan));
      if (lama) lama.replaceWith(isi);
      else el?.before(isi);
      el?.setAttribute('aria-describedby', `${medan}-galat`);
    }
    kabar(blok, galat.map((g) => g.pesan).join(' '));
  };

  const simpan = async (blok, daftarMedan) => {
    const isi = daftarMedan.filter((m) => m.value !== '' || m.name.startsWith('bukti:'));
    if (isi.length === 0) return;
    const badan = () => new URLSearchParams(isi.map((m) => [m.name, m.value]));
    let jawaban = await minta(blok, 'POST', blok.dataset.alamat, { badan: badan() });
    if ((jawaban.status === 401 || jawaban.status === 403) && (await kenali(blok))) jawaban = await minta(blok, 'POST', blok.dataset.alamat, { badan: badan() });
    const salah = jawaban.isi?.galat ?? [];
    if (jawaban.status !== 200 && jawaban.status !== 422) {
      kabar(blok, pesanGagal(jawaban).replace('Berkas ini belum dapat dikirim. Tekan Coba lagi.', 'Belum tersimpan. Coba lagi.'));
      return;
    }
    for (const m of isi.filter((x) => !salah.some((g) => g.medan === x.name))) {
      document.getElementById(`${m.name}-galat`)?.remove();
      m.removeAttribute('aria-invalid');
      if (m.name.startsWith('tautan:')) m.value = '';
      else if (m.tagName === 'INPUT') m.defaultValue = m.value;
    }
    salahkan(blok, salah);
    if (salah.length === 0) kabar(blok, jawaban.isi?.kabar ?? 'Tersimpan.');
    await segarkan(blok);
  };

  const pantau = async (blok, panel) => {
    const sampai = Date.parse(panel.dataset.berakhir);
    while (panel.isConnected && Date.now() < sampai) {
      await tunggu(3000);
      if (!document.hidden) await segarkan(blok);
    }
    panel.remove();
  };

  const bukaTelepon = async (blok, tombol) => {
    const { status, teks, isi } = await minta(blok, 'POST', tombol.formAction, { terima: 'text/html' });
    const panel = new DOMParser().parseFromString(teks, 'text/html').querySelector('[data-telepon]');
    if (status !== 200 || !panel) {
      kabar(blok, isi?.detail ?? 'Kode untuk ponsel belum dapat dibuat. Coba lagi.');
      return;
    }
    const tempat = blok.querySelector('[data-telepon-tempat]');
    const salinan = document.importNode(panel, true);
    const tutup = salinan.querySelector('[data-telepon-cabut]');
    const alamat = tutup.getAttribute('action');
    const ganti = unsur('button', { type: 'button', class: 'ina-button ina-button--sm' }, tutup.textContent.trim());
    ganti.addEventListener('click', async () => {
      await minta(blok, 'POST', alamat);
      salinan.remove();
      kabar(blok, 'Unggahan dari ponsel sudah ditutup.');
      await segarkan(blok);
    });
    tutup.replaceWith(ganti);
    tempat.replaceChildren(salinan);
    void pantau(blok, salinan);
  };

  const belumSelesai = () => berjalan + antrean.length;
  for (const blok of daftarBlok) {
    if ('kecilkan' in blok.dataset) blok.querySelector('[data-simpan-bukti]').textContent = 'Ambil atau pilih foto';
    const medanTeks = () => [...blok.querySelectorAll('[name^="tautan:"], [name^="bukti:"]')];
    blok.addEventListener('change', ({ target }) => {
      if (target.type === 'file') {
        const berkas = [...target.files];
        target.value = '';
        masukkan(blok, target, berkas);
      } else if (target.name?.startsWith('bukti:')) void simpan(blok, [target]);
    });
    blok.addEventListener('keydown', (e) => {
      if (e.key !== 'Enter' || !/^(tautan|bukti):/.test(e.target.name ?? '')) return;
      e.preventDefault();
      void simpan(blok, e.target.name.startsWith('tautan:') ? medanTeks() : [e.target]);
    });
    blok.addEventListener('click', (e) => {
      const tombol = e.target.closest('button');
      if (!tombol) return;
      if ('simpanBukti' in tombol.dataset) {
        e.preventDefault();
        if ('kecilkan' in blok.dataset) blok.querySelector('input[type="file"]').click();
        else void simpan(blok, medanTeks());
      } else if ('lepas' in tombol.dataset) {
        e.preventDefault();
        void minta(blok, 'POST', tombol.formAction).then(async (jawaban) => {
          kabar(blok, jawaban.isi?.kabar ?? pesanGagal(jawaban));
          await segarkan(blok);
        });
      } else if ('teleponBuka' in tombol.dataset) {
        e.preventDefault();
        void bukaTelepon(blok, tombol);
      }
    });
    formulir(blok).addEventListener('submit', (e) => {
      if (belumSelesai() === 0) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      kabar(blok, `Tunggu ${belumSelesai()} berkas selesai diunggah, lalu kirim lagi.`);
    }, true); // prettier-ignore
  }
  addEventListener('beforeunload', (e) => {
    if (belumSelesai() > 0) e.preventDefault();
  });
})();
