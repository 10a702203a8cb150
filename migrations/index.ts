import type { MigrationInterface } from 'typeorm';
import { Awal1700000000000 } from './1700000000000-awal';
import { SekatInstansi1700000001001 } from './1700000001001-sekat-instansi';
import { Audit1700000001002 } from './1700000001002-audit';
import { Pengguna1700000001010 } from './1700000001010-pengguna';
import { CaraMasuk1700000001011 } from './1700000001011-cara-masuk';
import { PelakuSesi1700000001012 } from './1700000001012-pelaku-sesi';
import { Organisasi1700000001020 } from './1700000001020-organisasi';
import { UndanganPeran1700000001030 } from './1700000001030-undangan-peran';
import { LetakJabatan1700000001050 } from './1700000001050-letak-jabatan';
import { KopInstansi1700000001051 } from './1700000001051-kop-instansi';
import { ResponsBlok1700000002010 } from './1700000002010-respons-blok';
import { SurveiStatus1700000002020 } from './1700000002020-survei-status';
import { Saran1700000002030 } from './1700000002030-saran';
import { AturanProfil1700000002040 } from './1700000002040-aturan-profil';
import { Rencana1700000003001 } from './1700000003001-rencana';
import { UjiBuku1700000003010 } from './1700000003010-uji-buku';
import { LepasSaran1700000003020 } from './1700000003020-lepas-saran';
import { Tarik1700000003021 } from './1700000003021-tarik';
import { SapuUji1700000003022 } from './1700000003022-sapu-uji';
import { Lapor1700000004001 } from './1700000004001-lapor';

/** Every migration, oldest first. A merged migration is never edited. */
export const MIGRASI: readonly (new () => MigrationInterface)[] = [
  Awal1700000000000,
  SekatInstansi1700000001001,
  Audit1700000001002,
  Pengguna1700000001010,
  CaraMasuk1700000001011,
  PelakuSesi1700000001012,
  Organisasi1700000001020,
  UndanganPeran1700000001030,
  LetakJabatan1700000001050,
  KopInstansi1700000001051,
  ResponsBlok1700000002010,
  SurveiStatus1700000002020,
  Saran1700000002030,
  AturanProfil1700000002040,
  Rencana1700000003001,
  UjiBuku1700000003010,
  LepasSaran1700000003020,
  Tarik1700000003021,
  SapuUji1700000003022,
  Lapor1700000004001,
];
