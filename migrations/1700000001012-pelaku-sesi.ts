import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who a session belongs to, with the roles, their agencies and the posts held there now, in one statement for each request. It runs with
 * the rights and under the row-level security of whoever calls it: it names the person, sees by that their own roles, and forgets the name again.
 * A session that was complete is none where an agency demands a second factor that it was not opened with. Its text is bound when it first
 * runs, after migration 1030, which makes the tables of notices and invitations.
 */
export class PelakuSesi1700000001012 implements MigrationInterface {
  name = 'PelakuSesi1700000001012';

  async up(q: QueryRunner): Promise<void> {
    await q.query(`
      CREATE FUNCTION pelaku_sesi(p_sidik bytea, p_kini timestamptz, p_diam interval) RETURNS jsonb LANGUAGE plpgsql VOLATILE AS $$
      DECLARE
        s record;
        lewat uuid;
        daftar uuid[];
        wajib boolean := false;
        hasil jsonb;
      BEGIN
        SELECT sesi.id, sesi.tahap, sesi.cara, sesi.terakhir, sesi.lewat_instansi_id, sesi.dua_langkah,
               p.totp_sejak, p.id AS pengguna_id, p.nama, p.surel, p.operator, p.contoh
          INTO s FROM sesi JOIN pengguna p ON p.id = sesi.pengguna_id
          WHERE sesi.sidik = p_sidik AND sesi.berakhir > p_kini AND sesi.terakhir > p_kini - p_diam AND p.dinonaktifkan IS NULL;
        IF NOT FOUND THEN
          RETURN NULL;
        END IF;
        lewat := s.lewat_instansi_id;
        IF s.terakhir < p_kini - interval '1 minute' THEN
          UPDATE sesi SET terakhir = p_kini WHERE id = s.id;
        END IF;
        hasil := jsonb_build_object('sesiId', s.id, 'tahap', s.tahap, 'cara', s.cara, 'penggunaId', s.pengguna_id, 'nama', s.nama,
          'surel', s.surel, 'contoh', s.contoh, 'operator', s.operator AND lewat IS NULL, 'peran', '[]'::jsonb, 'instansi', '[]'::jsonb,
          'lewatInstansiId', lewat, 'diturunkan', false, 'kabar', 0);
        IF s.tahap <> 'penuh' THEN
          RETURN hasil;
        END IF;
        PERFORM set_config('tuntas.pengguna', s.pengguna_id::text, true);
        SELECT array_agg(DISTINCT instansi_id) INTO daftar FROM peran
          WHERE pengguna_id = s.pengguna_id AND (lewat IS NULL OR instansi_id = lewat);
        IF daftar IS NOT NULL THEN
          PERFORM set_config('tuntas.instansi', daftar::text, true);
          hasil := hasil || jsonb_build_object(
            'peran', (
              SELECT coalesce(jsonb_agg(jsonb_build_object('instansiId', r.instansi_id, 'peran', r.peran, 'unitId', r.unit_id)
                       ORDER BY i.nama, r.mulai, r.id), '[]'::jsonb)
              FROM peran r JOIN instansi i ON i.id = r.instansi_id
              WHERE r.pengguna_id = s.pengguna_id AND r.instansi_id = ANY (daftar)
                AND r.mulai <= (p_kini AT TIME ZONE i.zona_waktu)::date
                AND (r.selesai IS NULL OR r.selesai > (p_kini AT TIME ZONE i.zona_waktu)::date)),
            'instansi', (
              SELECT coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'kode', i.kode, 'nama', i.nama, 'singkatan', i.singkatan, 'jabatan', (
                  SELECT CASE t.status WHEN 'plt' THEN 'Plt. ' WHEN 'plh' THEN 'Plh. ' ELSE '' END || j.nama
                  FROM penugasan t JOIN jabatan j ON j.id = t.jabatan_id
                  WHERE t.pengguna_id = s.pengguna_id AND t.instansi_id = i.id AND t.mulai <= (p_kini AT TIME ZONE i.zona_waktu)::date
                    AND (t.selesai IS NULL OR t.selesai > (p_kini AT TIME ZONE i.zona_waktu)::date)
                  ORDER BY t.status, t.mulai, t.id LIMIT 1)) ORDER BY i.nama, i.kode), '[]'::jsonb)
              FROM instansi i WHERE i.id = ANY (daftar) AND EXISTS (
                SELECT FROM peran r WHERE r.pengguna_id = s.pengguna_id AND r.instansi_id = i.id
                  AND r.mulai <= (p_kini AT TIME ZONE i.zona_waktu)::date
                  AND (r.selesai IS NULL OR r.selesai > (p_kini AT TIME ZONE i.zona_waktu)::date))));
          SELECT EXISTS (SELECT FROM kebijakan_masuk k JOIN jsonb_array_elements(hasil -> 'peran') r
            ON (r ->> 'instansiId')::uuid = k.instansi_id AND r ->> 'peran' = ANY (k.totp_wajib)) INTO wajib;
          PERFORM set_config('tuntas.instansi', '', true);
        END IF;
        IF wajib AND NOT s.dua_langkah THEN
          hasil := hasil || jsonb_build_object('diturunkan', true, 'tahap', CASE WHEN s.totp_sejak IS NULL THEN 'daftar_totp' ELSE 'totp' END);
        END IF;
        hasil := hasil || jsonb_build_object('kabar',
          (SELECT count(*) FROM pemberitahuan b WHERE b.pengguna_id = s.pengguna_id AND b.dibaca IS NULL)
          + (SELECT count(*) FROM undangan_peran u WHERE u.pengguna_id = s.pengguna_id AND u.keadaan = 'menunggu' AND u.berakhir > p_kini));
        PERFORM set_config('tuntas.pengguna', '', true);
        RETURN hasil;
      END $$;
    `);
  }

  async down(q: QueryRunner): Promise<void> {
    await q.query('DROP FUNCTION pelaku_sesi(bytea, timestamptz, interval)');
  }
}
