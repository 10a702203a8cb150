import type { SyaratRute } from '../../src/auth/izin.dekorator';

/*
 * Every route × every role, as it is meant. izin.spec.ts walks all of it against the running application, and fails for a route that is
 * missing here. Roles are held in the agency of the address (SATU): `pelapor`, `penanggung_jawab` and those with `_unit` for a unit and what
 * is below it, the others for the whole agency; `tanpa` is signed in without any role, `tamu` not signed in.
 *
 *   ya     comes past the guard (what the handler then says is another matter)
 *   403    the person has a role here, but not one for this
 *   404    nothing of this agency exists for this person; so it is for everybody in an agency where they hold no role
 *   masuk  is led to the sign-in page (a program gets 401)
 */
const TABEL = `
metode jalur                                                                  izin               pelapor penanggung_jawab koordinator_unit pimpinan_unit koordinator pimpinan inspektur admin operator tanpa tamu
GET    /                                                                      beranda.lihat      ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
GET    /akun                                                                  akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/bukti-surel                                                      akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/nama                                                             akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/pemberitahuan/dibaca                                             akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/sandi                                                            akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/sesi/:sesi/akhiri                                                akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/sesi/akhiri-lain                                                 akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
GET    /akun/totp                                                             akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/totp                                                             akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/totp/kode                                                        akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/totp/lepas                                                       akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/undangan/:undangan/terima                                        akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
POST   /akun/undangan/:undangan/tolak                                         akun.kelola        ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    masuk
GET    /aset/:berkas                                                          publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /atur-ulang/:token                                                     publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /atur-ulang/:token                                                     publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /audit                                                                 audit.pemasangan   403     403              403              403           403         403      403       403   ya       403   masuk
GET    /audit.csv                                                             audit.pemasangan   403     403              403              403           403         403      403       403   ya       403   masuk
GET    /favicon.ico                                                           publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /instalasi                                                             instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
GET    /instalasi/admin-pertama/:kode                                         instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
POST   /instalasi/admin-pertama/:kode                                         instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
GET    /instalasi/akun                                                        instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
GET    /instalasi/akun/:akun                                                  instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
POST   /instalasi/akun/:akun/aktifkan                                         instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
POST   /instalasi/akun/:akun/nonaktifkan                                      instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
POST   /instalasi/akun/:akun/tautan                                           instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
POST   /instalasi/akun/:akun/totp                                             instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
GET    /instalasi/instansi-baru                                               instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
POST   /instalasi/instansi-baru                                               instansi.buat      403     403              403              403           403         403      403       403   ya       403   masuk
GET    /instansi/:instansi                                                    instansi.lihat     ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/audit                                              audit.lihat        403     403              403              403           403         ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/audit.csv                                          audit.ekspor       403     403              403              403           403         403      ya        ya    404      404   masuk
GET    /instansi/:instansi/bukti/:bukti                                       bukti.lihat        ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/bukti/:bukti/kecil                                 bukti.lihat        ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/cara-masuk                                         organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/cara-masuk/penyedia                                organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/cara-masuk/totp                                    organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/instrumen                                          survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/instrumen-baru                                     instrumen.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/instrumen-baru                                     instrumen.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/instrumen/:instrumen                               survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/instrumen/:instrumen/ubah                          instrumen.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/instrumen/:instrumen/ubah                          instrumen.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/instrumen/:instrumen/versi-baru                    instrumen.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/instrumen/:instrumen/versi-baru                    instrumen.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/kelompok-unit                                      rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/kelompok-unit/:kelompok                            rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/kelompok-unit/:kelompok                            rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/kelompok-unit/baru                                 rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/kelompok-unit/baru                                 rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/organisasi                                         organisasi.lihat   ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/jabatan                                 organisasi.lihat   ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/jabatan-baru                            organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/jabatan-baru                            organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/jabatan/:jabatan                        organisasi.lihat   ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/jabatan/:jabatan/nama                   organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/jabatan/:jabatan/nama                   organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/jabatan/:jabatan/tugaskan               organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/jabatan/:jabatan/tugaskan               organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/jabatan/:jabatan/tutup                  organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/jabatan/:jabatan/tutup                  organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/logo                                    organisasi.lihat   ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/mutasi                                  organisasi.periksa 403     403              403              403           403         ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/mutasi-baru                             organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/mutasi-baru                             organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/mutasi/:mutasi                          organisasi.periksa 403     403              403              403           403         ya       ya        ya    404      404   masuk
POST   /instansi/:instansi/organisasi/mutasi/:mutasi/batal                    organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/mutasi/:mutasi/jalankan                 organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/mutasi/:mutasi/waris                    organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/mutasi/:mutasi/waris                    organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/orang                                   orang.lihat        403     403              403              403           403         403      ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/orang-baru                              organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/orang-baru                              organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/orang/:orang                            orang.lihat        403     403              403              403           403         403      ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/orang/:orang/keluarkan                  organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/orang/:orang/keluarkan                  organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/orang/:orang/tautan                     organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/orang/:orang/tautan                     organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/orang/:orang/totp                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/orang/:orang/totp                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/pengaturan                              organisasi.periksa 403     403              403              403           403         ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/pengaturan/aturan                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/pengaturan/aturan                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/pengaturan/logo                         organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/pengaturan/logo                         organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/pengaturan/logo/lepas                   organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/pengaturan/logo/lepas                   organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/pengaturan/ubah                         organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/pengaturan/ubah                         organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/penugasan/:penugasan/akhiri             organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/penugasan/:penugasan/akhiri             organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/peran                                   orang.lihat        403     403              403              403           403         403      ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/peran-baru                              organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/peran-baru                              organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/peran/:peran/akhiri                     organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/peran/:peran/akhiri                     organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/undangan/:undangan/tarik                organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/undangan/:undangan/tarik                organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/undangan/:undangan/tautan               organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/undangan/:undangan/tautan               organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/unit-baru                               organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/unit-baru                               organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/unit/:unit                              organisasi.lihat   ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/organisasi/unit/:unit/gabung                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/unit/:unit/gabung                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/unit/:unit/nama                         organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/unit/:unit/nama                         organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/unit/:unit/nonaktif                     organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/unit/:unit/nonaktif                     organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/organisasi/unit/:unit/pindah                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
POST   /instansi/:instansi/organisasi/unit/:unit/pindah                       organisasi.kelola  403     403              403              403           403         403      403       ya    404      404   masuk
GET    /instansi/:instansi/rencana                                            rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana-baru                                       rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana-baru                                       rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana                                   rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/adendum                           rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/adendum-baru                      rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/adendum-baru                      rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/adendum/:usulan/setujui           rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/adendum/:usulan/setujui           rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/adendum/:usulan/tarik             rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/adendum/:usulan/tarik             rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/adendum/:usulan/tolak             rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/adendum/:usulan/tolak             rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/ajukan                            rencana.ajukan     403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/ajukan                            rencana.ajukan     403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/awal                              rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/buku-kerja                        rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/buku-kerja                        rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/buku-kerja.xlsx                   rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan-baru                     rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan-baru                     rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan                rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/adendum/:jenis rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/adendum/:jenis rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/hapus          rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/hapus          rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/salin          rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/ubah           rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/ubah           rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/urutan         rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/ajukan lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/isian lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/tanda-terima/:putaran rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/tanda-terima/:putaran/cetak.pdf laporan.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/cabut verifikasi.putuskan 403     403              403              403           ya          403      ya        403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/cabut verifikasi.putuskan 403     403              403              403           ya          403      ya        403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/komentar verifikasi.komentar ya      ya               ya               ya            ya          ya       ya        403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/putuskan verifikasi.putuskan 403     403              403              403           ya          403      ya        403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/tidak-dapat tidakDapat.putuskan 403     403              403              403           403         ya       403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/tidak-dapat tidakDapat.putuskan 403     403              403              403           403         ya       403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/tidak-dapat/cabut tidakDapat.putuskan 403     403              403              403           403         ya       403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/tidak-dapat/cabut tidakDapat.putuskan 403     403              403              403           403         ya       403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/bukti rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/bukti lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/bukti/:bukti/lepas lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/telepon lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/telepon/:telepon/cabut lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/unggahan lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/unggahan/:unggahan lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
PATCH  /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/unggahan/:unggahan lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
DELETE /instansi/:instansi/rencana/:rencana/kegiatan/:kegiatan/laporan/:periode/unggahan/:unggahan lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/kembalikan                        rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/kembalikan                        rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/laporan.pdf                       laporan.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/matriks.csv                       rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/matriks.xlsx                      rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/prioritas                         rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/prioritas-baru                    prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas-baru                    prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/prioritas-lanjutan                rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas-lanjutan                prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/prioritas-lewati/:unsur           prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas-lewati/:unsur           prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas-lewati/:unsur/batal     prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/prioritas/:prioritas/gabung       prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas/:prioritas/gabung       prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/prioritas/:prioritas/keluarkan    prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas/:prioritas/keluarkan    prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas/:prioritas/pindah       prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/prioritas/:prioritas/ubah         prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas/:prioritas/ubah         prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/prioritas/ambil                   prioritas.kelola   403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/susunan                           rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/tarik                             rencana.ajukan     403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/tarik                             rencana.ajukan     403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/tempel                            rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/tempel                            rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/tetapkan                          rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/tetapkan                          rencana.tetapkan   403     403              403              403           403         ya       403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/ubah                              rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/ubah                              rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/uji/:uji                          rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/rencana/:rencana/uji/:uji/galat.xlsx               rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/uji/:uji/terapkan                 rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/rencana/:rencana/uji/:uji/ulangi                   rencana.susun      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei                                             survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei-baru                                        survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei-baru                                        survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei-layanan                                     survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei-layanan.csv                                 survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei-profil                                      survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei-profil                                      survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei-tren                                        survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei-tren.csv                                    survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei/:survei                                     survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei/:survei/batalkan                            survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/batalkan                            survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/buka-kembali                        survei.tetapkan    403     403              403              403           ya          ya       403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/buka-kembali                        survei.tetapkan    403     403              403              403           ya          ya       403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/hapus-jawaban                       survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/hapus-jawaban                       survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/hasil                               survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/hasil                               survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/hasil/berkas                        survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/impor                               survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor                               survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/impor/:impor                        survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor/:impor/batal                  survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/impor/:impor/ditolak.csv            survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor/:impor/ganda                  survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/impor/:impor/kolom                  survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor/:impor/kolom                  survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor/:impor/lembar                 survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor/:impor/periksa                survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor/:impor/terapkan               survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/impor/tempel                        survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/pulihkan                            survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/pulihkan                            survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/riwayat                             survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran                               saran.lihat        ya      ya               ya               ya            ya          ya       ya        403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran.csv                           saran.ekspor       403     403              403              403           ya          403      ya        403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran/:saran                        saran.lihat        ya      ya               ya               ya            ya          ya       ya        403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/jangan-terbitkan       saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran/:saran/kaitkan                saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/kaitkan                saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/kecualikan             saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran/:saran/kegiatan-baru          saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/kegiatan-baru          saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran/:saran/prioritas-baru         saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/prioritas-baru         saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/pulihkan               saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/tanggapi               saran.tanggapi     ya      ya               ya               403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/terbitkan              saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/tetapkan               saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/:saran/tinjau-ulang           saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran/tambah                        saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/tambah                        saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran/terbit                        survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei/:survei/saran/tetapkan                      saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/saran/tetapkan                      saran.kelola       403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/tabel/:tabel                        survei.lihat       ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
GET    /instansi/:instansi/survei/:survei/tetapkan                            survei.tetapkan    403     403              403              403           ya          ya       403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/tetapkan                            survei.tetapkan    403     403              403              403           ya          ya       403       403   404      404   masuk
GET    /instansi/:instansi/survei/:survei/ubah                                survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/survei/:survei/ubah                                survei.kelola      403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/tidak-dapat                                        tidakDapat.putuskan 403     403              403              403           403         ya       403       403   404      404   masuk
GET    /instansi/:instansi/triwulan                                           rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
POST   /instansi/:instansi/triwulan                                           jendela.kelola     403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/triwulan/:periode                                  rencana.lihat      ya      ya               ya               ya            ya          ya       ya        ya    404      404   masuk
POST   /instansi/:instansi/triwulan/:periode/slot                             jendela.kelola     403     403              403              403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/kirim-gabungan                                     lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
POST   /instansi/:instansi/kirim-gabungan                                     lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/kirim-gabungan/:kunci                              lapor.isi          ya      ya               ya               403           ya          403      403       403   404      404   masuk
GET    /instansi/:instansi/tugas                                              tugas.lihat        ya      ya               ya               ya            ya          ya       ya        403   404      404   masuk
GET    /instansi/:instansi/verifikasi                                         verifikasi.putuskan 403     403              403              403           ya          403      ya        403   404      404   masuk
POST   /instansi/:instansi/verifikasi/banyak                                  verifikasi.putuskan 403     403              403              403           ya          403      ya        403   404      404   masuk
POST   /keluar                                                                publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /lupa-sandi                                                            publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /lupa-sandi                                                            publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /masuk                                                                 publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /masuk                                                                 publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /masuk/oidc/:penyedia                                                  publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /masuk/oidc/:penyedia/kembali                                          publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /masuk/totp                                                            publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /masuk/totp                                                            publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /sehat                                                                 publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /t/:token                                                              publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /t/:token                                                              publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /t/:token/unggahan                                                     publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /t/:token/unggahan/:unggahan                                           publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
PATCH  /t/:token/unggahan/:unggahan                                           publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /undangan-peran/:token                                                 publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /undangan-peran/:token                                                 publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
GET    /undangan/:token                                                       publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
POST   /undangan/:token                                                       publik             ya      ya               ya               ya            ya          ya       ya        ya    ya       ya    ya
`;

export const KOLOM = [
  'pelapor',
  'penanggung_jawab',
  'koordinator_unit',
  'pimpinan_unit',
  'koordinator',
  'pimpinan',
  'inspektur',
  'admin',
  'operator',
  'tanpa',
  'tamu',
] as const;
export type Kolom = (typeof KOLOM)[number];

export interface BarisIzin {
  readonly metode: string;
  readonly jalur: string;
  readonly izin: SyaratRute;
  readonly hasil: Readonly<Record<Kolom, string>>;
}

export function bacaTabel(): BarisIzin[] {
  const [kepala = [], ...isi] = TABEL.trim()
    .split('\n')
    .map((baris) => baris.trim().split(/\s+/));
  if (kepala.slice(3).join() !== KOLOM.join()) throw new Error('Kolom tabel izin tidak seperti KOLOM');
  return isi.map(([metode = '', jalur = '', izin = '', ...sel]) => {
    if (sel.length !== KOLOM.length) throw new Error(`Baris ${metode} ${jalur} tidak lengkap`);
    const hasil = Object.fromEntries(KOLOM.map((kolom, i) => [kolom, sel[i] ?? ''])) as Record<Kolom, string>;
    return { metode, jalur, izin: izin as SyaratRute, hasil };
  });
}
