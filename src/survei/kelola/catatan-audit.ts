import type { BentukPeristiwa } from '../../audit/peristiwa';
import type { UnitEntity } from '../../organisasi/unit.entity';
import { namaPeriodeLengkap } from '../../shared/periode';
import { tanggalIndonesia } from '../../shared/tanggal';
import { namaAliran } from '../status.rules';
import { NAMA_CIRI } from '../profil.rules';
import type { DataUnsur } from '../survei.rules';
import type { DataSurvei } from './data-isian';
import type { HasilIsian } from './hasil-isian';

/** What the audit keeps of a survey: short texts, as people read them. */

const koma = (n: number): string => String(n).replace('.', ',');

export function dataAudit(data: DataSurvei, unit: readonly UnitEntity[]): BentukPeristiwa<'survei.buat'>['sesudah'] {
  const nama = new Map(unit.map((u) => [u.id, u.singkatan ?? u.nama]));
  const { mulai, selesai } = data.pelaksanaan ?? { mulai: '', selesai: '' };
  return {
    judul: data.judul,
    periode: namaPeriodeLengkap(data.periode),
    instrumen: data.instrumen,
    aliran: namaAliran(
      {
        ...(data.aliran.layanan ? { layanan: data.aliran.layanan } : {}),
        ...(data.aliran.kanal ? { kanal: data.aliran.kanal } : {}),
      },
      nama.get(data.aliran.unitId ?? '') ?? null,
    ),
    pelaksanaan: data.pelaksanaan && `${tanggalIndonesia(mulai)} – ${tanggalIndonesia(selesai)}`,
    tanggalTerbit: data.tanggalTerbit && tanggalIndonesia(data.tanggalTerbit),
    populasi: data.populasi,
    jumlahResponden: data.jumlahResponden,
    respondenPerLayanan: data.layanan.map((l) => `${nama.get(l.unitId) ?? ''} ${l.jumlah}`).join('; ') || null,
    profil:
      data.profil
        .map(({ ciri, kelompok }) => `${NAMA_CIRI[ciri]}: ${kelompok.map((k) => `${k.kelompok} ${k.jumlah}`).join(', ')}`)
        .join('; ') || null,
  };
}

export function hasilAudit(
  hasil: Pick<HasilIsian, 'unsur' | 'urutanUnsur' | 'terbit'> & { tingkat: string },
): BentukPeristiwa<'survei.hasil'>['sesudah'] {
  const { nrr, nilai, mutu } = hasil.terbit ?? {};
  return {
    tingkat: hasil.tingkat,
    unsur: hasil.unsur.map((u) => `${u.unsur} ${angka(u)}`).join('; ') || null,
    urutan: hasil.urutanUnsur?.join(', ') ?? null,
    terbit:
      [nrr && `NRR ${koma(nrr)}`, nilai && `nilai ${koma(nilai)}`, mutu && `mutu ${mutu}`].filter(Boolean).join(', ') || null,
  };
}

function angka({ n, jumlah, nrr, nilai }: DataUnsur): string {
  if (jumlah !== undefined) return `${jumlah} dari ${n ?? 0}`;
  return [nrr, nilai].flatMap((x) => (x === undefined ? [] : koma(x))).join('/');
}
