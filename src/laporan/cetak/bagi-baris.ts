/// <reference lib="dom" />

/**
 * Decides where the rows of a wide table fall. A row that does not fit is split between paragraphs or list items, and its rest is
 * marked "(lanjutan)"; a last row goes with the signature under it. CSS alone would leave the first columns of the rest empty. Runs
 * inside the page, at the printed width, so that everything it needs stands inside it.
 */
export function bagiBaris(tinggi: number): (tabel: HTMLTableElement) => void {
  const kotak = (el: Element) => el.getBoundingClientRect();
  const berstatus = (b: Element | undefined) => b?.matches('p') === true && b.firstElementChild?.matches('.status') === true;

  function bagiTabel(tabel: HTMLTableElement): void {
    const lembar = tabel.closest('.lanskap') ?? tabel;
    const bagian = kotak(lembar);
    const kepala = tabel.tHead ? kotak(tabel.tHead).height : 0;
    const ekor = lembar.querySelector('.ttd') ? bagian.bottom - kotak(tabel).bottom : 0; // note and signature
    const antre = [...tabel.querySelectorAll<HTMLTableRowElement>('tbody > tr')];
    const terukur = new Map(antre.map((b) => [b, kotak(b).height])); // before anything moves: one layout, not one a row
    const pertama = antre[0];
    if (!pertama) return;
    let terpakai = kotak(pertama).top - bagian.top;
    let diAwal = false;
    let sehalaman: HTMLTableRowElement[] = []; // whole rows of the page that is being filled
    let sebelumnya: HTMLTableRowElement[] = [];
    for (let baris = antre.shift(); baris;) {
      const perlu = terukur.get(baris) ?? kotak(baris).height;
      const sisa = tinggi - terpakai;
      if (perlu <= sisa) {
        if (antre.length === 0 && ekor > 0 && perlu + ekor > sisa)
          bawaKeTandaTangan(baris, tinggi - kepala - ekor, diAwal || baris === pertama);
        terpakai += perlu;
        diAwal = false;
        sehalaman.push(baris);
        baris = antre.shift();
        continue;
      }
      const lanjutan = sisa >= 110 ? belah(baris, sisa, sisa > tinggi / 4) : null;
      if (lanjutan) {
        baris.after(lanjutan);
        baris = lanjutan;
        terpakai = kepala;
        diAwal = true;
        [sebelumnya, sehalaman] = [[], []];
      } else if (diAwal || sisa > 0.4 * tinggi) {
        baris.classList.add('boleh-putus'); // cannot be split well: let Chromium cut between lines
        terpakai = (kepala + perlu - sisa) % tinggi;
        diAwal = false;
        [sebelumnya, sehalaman] = [[], []];
        baris = antre.shift();
      } else {
        if (baris !== pertama) baris.classList.add('halaman-baru');
        terpakai = kepala;
        diAwal = true;
        [sebelumnya, sehalaman] = [sehalaman, []];
      }
    }
    if (ekor === 0) temani(sebelumnya, sehalaman, terukur, tinggi);
  }

  /** A lone short row on the last page gets company from the page before, which keeps at least half of its rows. */
  function temani(
    sebelumnya: HTMLTableRowElement[],
    akhir: readonly HTMLTableRowElement[],
    terukur: ReadonlyMap<Element, number>,
    tinggi: number,
  ): void {
    const [pertama] = akhir;
    if (!pertama?.matches('.halaman-baru')) return;
    const cukup = Math.ceil(sebelumnya.length / 2);
    let isi = akhir.reduce((n, b) => n + (terukur.get(b) ?? 0), 0);
    let awal = pertama;
    while (sebelumnya.length > cukup && isi < tinggi / 4) {
      const teman = sebelumnya.pop();
      if (!teman) break;
      isi += terukur.get(teman) ?? 0;
      awal = teman;
    }
    pertama.classList.remove('halaman-baru');
    awal.classList.add('halaman-baru');
  }

  /** The last row, or its second half, stands on the page of the signature: nobody signs an empty sheet. */
  function bawaKeTandaTangan(baris: HTMLTableRowElement, tempat: number, diAwal: boolean): void {
    const perlu = kotak(baris).height;
    if (!diAwal && perlu <= tempat) {
      baris.classList.add('halaman-baru');
      return;
    }
    for (const bagian of [0.6, 0.75, 0.88, 0.45]) {
      const lanjutan = perlu * (1 - bagian) + 20 <= tempat ? belah(baris, perlu * bagian, true) : null;
      if (!lanjutan) continue;
      baris.after(lanjutan);
      return;
    }
  }

  /** What of a cell goes on the next page: whole blocks, or the rest of a paragraph. Null: it cannot be split there. */
  function potonganSel(sel: HTMLTableCellElement, batas: number, bolehPotong: boolean): (() => Element[]) | 'muat' | null {
    const muat = (b: Element | Range) => b.getBoundingClientRect().bottom <= batas;
    const isi = document.createRange();
    isi.selectNodeContents(sel);
    if (muat(isi)) return 'muat';
    const blok = [...sel.children]
      .filter((b) => b.matches('p, ul, ol, figure, div'))
      .flatMap((b) => (b.matches('ul, ol') ? [...b.children] : [b]));
    let n = blok.findIndex((b) => !muat(b));
    if (n < 0) return null;
    // an introduction goes with its list
    while (
      n > 0 &&
      (/:$/.test(blok[n - 1]?.textContent.trim() ?? '') || berstatus(blok[n - 1]) || blok[n - 1]?.matches('.label-kecil'))
    )
      n--;
    if (n > 0) return () => blok.slice(n);
    const i = blok.findIndex((b) => !berstatus(b) && !b.matches('.label-kecil'));
    const calon = blok[i];
    const titik = bolehPotong && calon?.matches('p') ? titikPotong(calon, batas) : null;
    if (!calon || !titik) return null;
    return () => [potongParagraf(calon, titik), ...blok.slice(i + 1)];
  }

  function belah(baris: HTMLTableRowElement, sisa: number, bolehPotong: boolean): HTMLTableRowElement | null {
    const batas = kotak(baris).top + sisa - 6;
    const rencana = new Map<Element, () => Element[]>();
    for (const sel of baris.cells) {
      const pindah = potonganSel(sel, batas, bolehPotong);
      if (!pindah) return null;
      if (pindah !== 'muat') rencana.set(sel, pindah);
    }
    if (rencana.size === 0) return null;
    const lanjutan = baris.cloneNode(false) as HTMLTableRowElement;
    lanjutan.classList.remove('halaman-baru');
    lanjutan.classList.add('lanjutan');
    for (const sel of baris.cells) lanjutan.append(selLanjutan(sel, rencana.get(sel)?.() ?? []));
    baris.querySelectorAll('ul:empty, ol:empty').forEach((d) => d.remove());
    return lanjutan;
  }

  function selLanjutan(sel: HTMLTableCellElement, pindah: readonly Element[]): Element {
    const kembar = sel.cloneNode(false) as HTMLTableCellElement;
    if (sel.dataset['lanjut'] !== undefined) kembar.textContent = sel.dataset['lanjut'];
    let asal: Element | null = null;
    let daftar: Element = kembar;
    for (const b of pindah) {
      const induk = b.parentElement;
      if (b.matches('li') && induk && induk !== asal) {
        asal = induk;
        daftar = induk.cloneNode(false) as Element;
        if (daftar instanceof HTMLOListElement) daftar.start += [...induk.children].indexOf(b);
        kembar.append(daftar);
      } else if (!b.matches('li')) {
        asal = null;
        daftar = kembar;
      }
      daftar.append(b);
    }
    return kembar;
  }

  interface Titik {
    readonly simpul: Text;
    readonly i: number;
  }

  /** Start of the first line that does not fit, with at least three lines on both sides. */
  function titikPotong(p: Element, batas: number): Titik | null {
    const r = document.createRange();
    const baris: (Titik & { atas: number; bawah: number })[] = [];
    const setengah = parseFloat(getComputedStyle(p).lineHeight) / 2; // letters are taller than a tight line: compare tops
    const pejalan = document.createTreeWalker(p, NodeFilter.SHOW_TEXT);
    while (pejalan.nextNode()) {
      const simpul = pejalan.currentNode as Text;
      for (let i = 0; i < simpul.length; i++) {
        r.setStart(simpul, i);
        r.setEnd(simpul, i + 1);
        const semua = r.getClientRects();
        const k = semua[semua.length - 1]; // the letter after a broken soft hyphen has two boxes
        const akhir = baris[baris.length - 1];
        if (k && k.width > 0 && (!akhir || k.top > akhir.atas + setengah))
          baris.push({ simpul, i, atas: k.top, bawah: k.bottom });
      }
    }
    const n = Math.min(baris.filter((b) => b.bawah <= batas).length, baris.length - 3);
    return n >= 3 ? (baris[n] ?? null) : null;
  }

  /** A word that is broken at the cut goes whole to the next page, where nobody would look for its second half. */
  function potongParagraf(p: Element, { simpul, i }: Titik): Element {
    const awalKata = /\S*$/.exec(simpul.data.slice(0, i))?.index ?? i;
    const terpenggal = simpul.data[i - 1] === '\u00ad';
    const r = document.createRange();
    r.setStart(simpul, terpenggal && awalKata > 0 ? awalKata : i);
    r.setEnd(p, p.childNodes.length);
    const sisa = p.cloneNode(false) as Element;
    sisa.append(r.extractContents());
    if (terpenggal && awalKata === 0) p.append('-'); // a soft hyphen at the end of a paragraph is not shown
    return sisa;
  }

  return bagiTabel;
}
