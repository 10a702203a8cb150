/// <reference lib="dom" />

/**
 * A signature, kept in one piece, may fall alone on a new page: only the print itself shows that. Then what stands before it (the last
 * row of a table, the last item of a list, a paragraph) comes along. Runs inside the page, so that everything it needs stands inside it.
 */
export function ikutkanPenutup(): {
  /** gives both elements a name that the print reports the page of; measures at the printed width */
  readonly tandai: (tinggi: number) => void;
  readonly ikutkan: (halaman: Readonly<Record<string, number>>) => boolean;
} {
  function pendamping(penutup: Element): HTMLElement | null {
    let el = penutup.previousElementSibling;
    while (el?.matches('div, ol, ul')) {
      if (el.matches('.utuh-bagian')) return el instanceof HTMLElement ? el : null;
      const baris = el.matches('.blok-tabel') ? [...el.querySelectorAll('tbody > tr')] : [...el.children];
      const akhir = baris[baris.length - 1];
      if (!akhir || akhir.matches('tr')) return akhir instanceof HTMLElement ? akhir : null;
      if (akhir.matches('li') && !akhir.querySelector('li')) return akhir instanceof HTMLElement ? akhir : null;
      el = akhir.matches('li') ? akhir.lastElementChild : akhir;
    }
    return el instanceof HTMLElement && el.matches('p') ? el : null;
  }

  function tandai(tinggi: number): void {
    document.querySelectorAll('.penutup').forEach((penutup, i) => {
      const teman = pendamping(penutup);
      if (!teman || teman.offsetHeight + (penutup as HTMLElement).offsetHeight > tinggi * 0.8) return;
      [penutup, teman].forEach((el, ke) => {
        el.id = `${ke === 0 ? 'penutup' : 'pendamping'}-${i}`;
        const tautan = document.createElement('a'); // only what a link points to has its page in the file
        tautan.href = `#${el.id}`;
        tautan.hidden = true;
        document.body.append(tautan);
      });
    });
  }

  function ikutkan(halaman: Readonly<Record<string, number>>): boolean {
    let berubah = false;
    document.querySelectorAll('.penutup[id]').forEach((penutup) => {
      const teman = penutup.id.replace('penutup', 'pendamping');
      const [milik, sebelum] = [halaman[penutup.id], halaman[teman]];
      if (milik === undefined || sebelum === undefined || sebelum === milik) return;
      document.getElementById(teman)?.classList.add('halaman-baru');
      berubah = true;
    });
    return berubah;
  }

  return { tandai, ikutkan };
}
