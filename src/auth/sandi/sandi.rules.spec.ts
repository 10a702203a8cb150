import fc from 'fast-check';
import { periksaSandi } from './sandi.rules';

const KONTEKS = ['Rina Lestari', 'rina.lestari@kasn.go.id', 'Komisi Aparatur Sipil Negara', 'KASN', 'Zulkarnaen'];

describe('periksaSandi', () => {
  it.each([
    ['sebelas', 'pendek'],
    ['kudatinggi1', 'pendek'],
    ['😀😀😀😀😀😀😀😀😀😀😀', 'pendek'],
    ['x'.repeat(201), 'panjang'],
    ...[
      ...[
        'password1234',
        'Password123!',
        'P@ssw0rd1234',
        'p4$$w0rd2024',
        'passwordpassword',
        'administrator',
        'Admin12345678',
        'adminadmin123',
      ],
      ...[
        'qwertyuiop12',
        'QwertyUiop[]',
        '1q2w3e4r5t6y',
        'qazwsxedcrfv',
        'asdfghjkl123',
        '123456789012',
        '000000000000',
        'abcdefghijkl',
      ],
      ...[
        'abcabcabcabc',
        '121212121212',
        'bismillah123',
        'Indonesia2024',
        'Indonesia17081945',
        'sayangku1234',
        'iloveyou2023',
        'Merdeka!1945',
      ],
      ...[
        'katasandi123',
        'rahasia rahasia',
        'gantisandi01',
        'letmein12345',
        'superman1234',
        'cintakamu123',
        'JakartaRaya1',
        '2024Pegawai!!',
      ],
      ...['dragon-dragon', 'liverpool2020', '987654321098', 'zaq12wsxcde3'],
    ].map((sandi) => [sandi, 'umum']),
    ...[
      'kasn2024kasn',
      'RinaLestari1',
      'rinalestari@kasn',
      'Komisi Aparatur Sipil Negara',
      'tuntas-KASN-2024',
      'ZulkarnaenPassword1',
    ].map((sandi) => [sandi, 'konteks']),
  ])('%j: %s', (sandi, masalah) => {
    expect(periksaSandi(sandi, KONTEKS)).toBe(masalah);
  });

  it.each([
    ...[
      'kuda tenggara sendok lampau',
      'ubi jalar menanti kereta',
      'trombon lumut',
      'xK9#vQ2!mZ7p',
      'correct horse battery staple',
      'gemericik-hulu-71',
    ],
    ...['pohonkelor di tepi empang', 'aaaa tidak lazim benar', 'Дорога к дому 9'],
  ])('menerima %j', (sandi) => {
    expect(periksaSandi(sandi, KONTEKS)).toBeNull();
  });

  it('takes what is random, and answers for any text', () => {
    const acak = fc.string({ unit: fc.constantFrom(...'bcdfghjklmnpqrtvwxz'), minLength: 14, maxLength: 30 });
    fc.assert(
      fc.property(acak, (sandi) => fc.pre(new Set(sandi).size > 6) === undefined && periksaSandi(sandi, KONTEKS) !== 'pendek'),
    );
    expect(periksaSandi('a1'.repeat(500_000), KONTEKS)).not.toBeNull();
    expect(periksaSandi(`${'password'.repeat(24)}1234567`, KONTEKS)).not.toBeNull();
  });

  it('asks for no kinds of characters', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('hulu gemericik tapal', 'HULU GEMERICIK TAPAL', '83 17 40 92 66 58 31'),
        (sandi) => periksaSandi(sandi) === null,
      ),
    );
  });
});
