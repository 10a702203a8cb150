import { instansiPelaku, NAMA_PERAN, PERAN, type Pelaku, type Peran, type PeranDi } from './pelaku';

/** Who may hold a permission: a role in the agency of the address, the installation's operator, or anybody signed in. */
export type Pemegang = Peran | 'operator' | 'pengguna';

/**
 * For how much of the agency a role must be held so that the permission comes with it. `instansi`: for all of it, so that a role for a
 * unit's subtree does not open what is of the whole agency; `unit`: one for a subtree is enough, because everybody in the agency may see
 * it, or because the policy of the record looks at the unit once more.
 */
export type Lingkup = 'instansi' | 'unit';

interface SyaratIzin {
  readonly lingkup: Lingkup;
  readonly pemegang: readonly Pemegang[];
}

/** Every permission and who has it. A route names exactly one of them, or is `@Publik()`; what is not here nobody may do. */
export const IZIN = {
  'akun.kelola': { lingkup: 'unit', pemegang: ['pengguna'] },
  'audit.ekspor': { lingkup: 'instansi', pemegang: ['inspektur', 'admin'] },
  'audit.lihat': { lingkup: 'instansi', pemegang: ['pimpinan', 'inspektur', 'admin'] },
  'audit.pemasangan': { lingkup: 'instansi', pemegang: ['operator'] },
  'beranda.lihat': { lingkup: 'unit', pemegang: ['pengguna'] },
  'bukti.lihat': { lingkup: 'unit', pemegang: PERAN },
  'instansi.buat': { lingkup: 'instansi', pemegang: ['operator'] },
  'instansi.lihat': { lingkup: 'unit', pemegang: PERAN },
  'instrumen.kelola': { lingkup: 'instansi', pemegang: ['koordinator'] },
  'jendela.kelola': { lingkup: 'instansi', pemegang: ['koordinator'] },
  'lapor.isi': { lingkup: 'unit', pemegang: ['pelapor', 'penanggung_jawab', 'koordinator'] },
  'laporan.lihat': { lingkup: 'unit', pemegang: PERAN },
  'organisasi.kelola': { lingkup: 'instansi', pemegang: ['admin'] },
  'organisasi.lihat': { lingkup: 'unit', pemegang: PERAN },
  'organisasi.periksa': { lingkup: 'instansi', pemegang: ['pimpinan', 'inspektur', 'admin'] },
  'orang.lihat': { lingkup: 'instansi', pemegang: ['inspektur', 'admin'] },
  'prioritas.kelola': { lingkup: 'instansi', pemegang: ['koordinator'] },
  'rencana.ajukan': { lingkup: 'instansi', pemegang: ['koordinator'] },
  'rencana.lihat': { lingkup: 'unit', pemegang: PERAN },
  'rencana.susun': { lingkup: 'instansi', pemegang: ['koordinator'] },
  'rencana.tetapkan': { lingkup: 'instansi', pemegang: ['pimpinan'] },
  'saran.ekspor': { lingkup: 'instansi', pemegang: ['koordinator', 'inspektur'] },
  'saran.kelola': { lingkup: 'instansi', pemegang: ['koordinator'] },
  'saran.lihat': { lingkup: 'unit', pemegang: ['pelapor', 'penanggung_jawab', 'koordinator', 'pimpinan', 'inspektur'] },
  'saran.tanggapi': { lingkup: 'unit', pemegang: ['pelapor', 'penanggung_jawab', 'koordinator'] },
  'survei.kelola': { lingkup: 'instansi', pemegang: ['koordinator'] },
  'survei.lihat': { lingkup: 'unit', pemegang: PERAN },
  'survei.tetapkan': { lingkup: 'instansi', pemegang: ['pimpinan', 'koordinator'] },
  'tidakDapat.putuskan': { lingkup: 'instansi', pemegang: ['pimpinan'] },
  'tugas.lihat': { lingkup: 'unit', pemegang: ['pelapor', 'penanggung_jawab', 'koordinator', 'pimpinan', 'inspektur'] },
  'verifikasi.komentar': { lingkup: 'unit', pemegang: ['pelapor', 'penanggung_jawab', 'koordinator', 'pimpinan', 'inspektur'] },
  'verifikasi.putuskan': { lingkup: 'instansi', pemegang: ['koordinator', 'inspektur'] },
} as const satisfies Readonly<Record<string, SyaratIzin>>;

export type Izin = keyof typeof IZIN;

/** Within one agency. The operator counts where the permission names the operator. */
export function punyaIzinDi(pelaku: Pelaku, izin: Izin, instansiId: string): boolean {
  const { lingkup, pemegang }: SyaratIzin = IZIN[izin];
  const cukup = (p: PeranDi) =>
    p.instansiId === instansiId && pemegang.includes(p.peran) && (lingkup === 'unit' || p.unitId === null);
  return punyaIzinOperator(pelaku, izin) || pelaku.peran.some(cukup);
}

/** On an address without an agency: whoever has it in any of theirs. */
export function punyaIzin(pelaku: Pelaku, izin: Izin): boolean {
  const { pemegang }: SyaratIzin = IZIN[izin];
  return (
    pemegang.includes('pengguna') ||
    punyaIzinOperator(pelaku, izin) ||
    instansiPelaku(pelaku).some((instansiId) => punyaIzinDi(pelaku, izin, instansiId))
  );
}

/** By being the operator, whatever the agency. */
export function punyaIzinOperator(pelaku: Pelaku, izin: Izin): boolean {
  const { pemegang }: SyaratIzin = IZIN[izin];
  return pelaku.operator && pemegang.includes('operator');
}

/** Who has it, in words: `inspektur atau admin`, `pimpinan seluruh instansi, inspektur, atau admin`. */
export function kalimatPemegang(izin: Izin): string {
  const { lingkup, pemegang }: SyaratIzin = IZIN[izin];
  const nama = pemegang.map((p) => {
    if (p === 'operator') return 'operator pemasangan';
    if (p === 'pengguna') return 'pengguna';
    // The others are never for a unit.
    const seluruh = lingkup === 'instansi' && (p === 'pimpinan' || p === 'koordinator');
    return NAMA_PERAN[p].toLowerCase() + (seluruh ? ' seluruh instansi' : '');
  });
  const akhir = nama.at(-1) ?? 'siapa pun';
  return nama.length < 2 ? akhir : `${nama.slice(0, -1).join(', ')}${nama.length > 2 ? ',' : ''} atau ${akhir}`;
}
