import type { Instrumen } from '../../instrumen/instrumen.rules';
import type { ArtiKolom, MasalahSusunan, Pemetaan, Susunan } from './respons.rules';

/** What a column means after the person's correction. */
export function artiKolom(susunan: Susunan, pemetaan: Pemetaan): ArtiKolom[] {
  return susunan.kolom.map((k) => {
    const arti = pemetaan.arti[k.indeks];
    if (!arti) return k.arti;
    if ((arti.jenis === 'unsur' || arti.jenis === 'kepentingan') && !arti.tangga && k.tangga)
      return { ...arti, tangga: k.tangga };
    if (arti.jenis === 'tanggal' && !arti.urutan && k.arti.jenis === 'tanggal') return k.arti;
    return arti;
  });
}

/**
 * What stands against an import under these meanings: no unsur at all, two columns that claim one, an unsur of the instrument that no
 * column has. To be asked again after each correction; an empty list lets the import begin.
 */
export function periksaArti(arti: readonly ArtiKolom[], judul: readonly string[], instrumen: Instrumen): MasalahSusunan[] {
  const per = new Map<string, { kolom: number[]; sub: Set<string> }>();
  const asing: number[] = [];
  arti.forEach((a, i) => {
    if (a.jenis !== 'unsur') return;
    if (!instrumen.unsur.some((u) => u.kode === a.unsur)) {
      asing.push(i);
      return;
    }
    const ada = per.get(a.unsur) ?? { kolom: [], sub: new Set() };
    ada.kolom.push(i);
    if (a.sub !== undefined) ada.sub.add(a.sub);
    per.set(a.unsur, ada);
  });
  const masalah: MasalahSusunan[] = asing.map((i) => ({
    kode: 'kode-asing',
    pesan: `Kolom “${judul[i] ?? ''}” bukan unsur instrumen ${instrumen.kode}. Pilih instrumen yang sesuai, atau ubah arti kolomnya.`,
    kolom: [i],
  }));
  if (per.size === 0) {
    return [
      {
        kode: 'tanpa-unsur',
        pesan: `Tidak ada kolom yang dikenali sebagai unsur ${instrumen.kode}. Beri judul kolom dengan kode (${contohKode(instrumen)}) atau nama unsurnya, atau tentukan arti setiap kolom.`,
      },
      ...masalah,
    ];
  }
  for (const { kode, nama } of instrumen.unsur) {
    const ada = per.get(kode);
    if (ada && ada.kolom.length > 1 && ada.sub.size !== ada.kolom.length) {
      masalah.push({
        kode: 'unsur-ganda',
        pesan: `${ada.kolom.length} kolom mengaku ${kode} (${nama}): ${ada.kolom.map((i) => `“${judul[i] ?? ''}”`).join(', ')}. Biarkan satu sebagai ${kode}; bila semuanya sub-pertanyaan, tandai ${kode}a, ${kode}b, dan seterusnya.`,
        kolom: ada.kolom,
      });
    }
  }
  const hilang = instrumen.unsur.filter((u) => !per.has(u.kode));
  if (hilang.length > 0) {
    masalah.push({
      kode: 'unsur-hilang',
      pesan: `Tidak ada kolom untuk ${hilang.map((u) => `${u.kode} (${u.nama})`).join(', ')}. Tambahkan kolomnya, atau tentukan kolom mana yang memuatnya.`,
    });
  }
  return masalah;
}

function contohKode(instrumen: Instrumen): string {
  const kode = instrumen.unsur.map((u) => u.kode);
  return kode.length > 3 ? `${kode[0] ?? ''} … ${kode.at(-1) ?? ''}` : kode.join(', ');
}
