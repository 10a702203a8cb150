/// <reference lib="dom" />
import type { AturanPenggal } from './penggal.rules';

/**
 * Sets the text of the page for print. Runs inside the page, so that everything it needs stands inside it. Returns two steps, because
 * unused hyphens can only be found once the sections have their printed width.
 */
export function rapikanTeks(
  akar: HTMLElement,
  penggal: (kata: string, aturan?: AturanPenggal) => string,
): { readonly sebelumUkur: () => void; readonly sesudahUkur: () => void; readonly sesudahBagi: () => void } {
  function setiapTeks(kerja: (teks: Text) => void): void {
    const pejalan = document.createTreeWalker(akar, NodeFilter.SHOW_TEXT);
    const semua: Text[] = [];
    while (pejalan.nextNode()) semua.push(pejalan.currentNode as Text);
    semua.forEach(kerja);
  }

  const bulan = '(?:Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember)';
  const utuh = new RegExp(
    [
      `\\d{1,2} ${bulan} \\d{4}`,
      `\\(?${bulan}–${bulan}(?: \\d{4}|\\))?`,
      `${bulan} \\d{4}`,
      'TW [IV]+(?:–TW [IV]+)?(?: \\d{4})?',
      '(?:Nomor|Tahun|TW|BAB|Tabel|Gambar|Kegiatan|Semester|Regional|No\\.) [\\dIVX][\\dIVX.–-]{0,12}\\d?',
      '[\\d.]+(?:[,/][\\d.]+)? (?:dari|÷|×) \\d[\\d.]*%?',
      '\\d+,\\d+%',
      '[\\w.-]+(?:/[\\w.-]+){2,}',
      '[a-z\\d-]{1,30}(?:\\.[a-z\\d-]{1,30}){1,4}',
    ].join('|'),
    'g',
  );

  /** Dates, "Nomor 14", "TW II", percentages, web addresses: span.utuh, not U+00A0, so that search and copy find plain spaces. */
  function satukan(teks: Text): void {
    if (teks.data.trim() === '' || teks.parentElement?.closest('h1, h2, h3, h4, a, svg, .utuh')) return;
    const bagian: (string | Node)[] = [];
    let dari = 0;
    for (const m of teks.data.matchAll(utuh)) {
      if (m[0].length > 40) continue;
      const span = document.createElement('span');
      span.className = 'utuh';
      span.textContent = m[0];
      bagian.push(teks.data.slice(dari, m.index), span);
      dari = m.index + m[0].length;
    }
    if (dari > 0) teks.replaceWith(...bagian, teks.data.slice(dari));
  }

  const TANPA_PENGGAL = '[lang="en"], a, svg, .utuh, .persen, .status, .keterangan-status, .ttd, .judul-tabel, .catatan-tabel';

  /** Freely in justified text, only long words in ragged cells, never in foreign words, names, numbers, statuses. */
  function penggalTeks(teks: Text): void {
    const induk = teks.parentElement;
    if (!induk?.closest('p, li, td, tbody th') || induk.closest(TANPA_PENGGAL)) return;
    let aturan: AturanPenggal = {};
    if (induk.closest('.matriks')) aturan = { minKata: 9 };
    else if (induk.closest('td, th')) aturan = { minKata: 12, minAwal: 4, minAkhir: 4 };
    const baru = teks.data.replace(/[\p{L}\p{N}@:/._-]+/gu, (kata) =>
      /^\p{L}\p{Ll}+[.:-]*$/u.test(kata) ? penggal(kata, aturan) : kata,
    );
    if (baru !== teks.data) teks.data = baru;
  }

  /** What is wider than its own column may break after all. */
  function lepasTerlaluLebar(): void {
    for (const span of akar.querySelectorAll<HTMLElement>('.utuh')) {
      const kolom = span.closest<HTMLElement>('p, li, td, th, div');
      if (kolom && span.offsetWidth > kolom.clientWidth - 2) span.classList.remove('utuh');
    }
  }

  /** A soft hyphen that does not end a line would still be in the PDF's text and spoil searching: take it out. */
  function buangPenggalSia(): void {
    const r = document.createRange();
    const sia: { teks: Text; i: number }[] = [];
    const atas = (teks: Text, i: number): number => {
      r.setStart(teks, i);
      r.setEnd(teks, i + 1);
      const kotak = r.getClientRects();
      return Math.round(kotak[kotak.length - 1]?.top ?? 0);
    };
    setiapTeks((teks) => {
      for (let i = teks.data.indexOf('\u00ad'); i > 0; i = teks.data.indexOf('\u00ad', i + 1)) {
        if (atas(teks, i - 1) === atas(teks, i + 1)) sia.push({ teks, i });
      }
    });
    for (const { teks, i } of sia.reverse()) teks.deleteData(i, 1);
  }

  return {
    sebelumUkur(): void {
      setiapTeks(satukan);
      setiapTeks(penggalTeks);
    },
    sesudahUkur(): void {
      lepasTerlaluLebar();
      buangPenggalSia();
    },
    sesudahBagi: buangPenggalSia,
  };
}
