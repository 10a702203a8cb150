import { atribut, daftarSimpul, daftarTag, teksKaya, uraiEntitas } from './xml';

it('entitas dan karakter kendali', () => {
  expect(uraiEntitas('a &amp; b &lt;c&gt; &#233; &#xE9; &quot;x&quot; &apos; _x000D_ &tak;')).toBe(
    'a & b <c> é é "x" \' \r &tak;',
  );
});

it('atribut dan tag, apa pun awalan dan kutipnya', () => {
  const [tag = ''] = daftarTag(`<x:sheet\n name='A &amp; B'  r:id="r1"/>`, 'sheet');
  expect([atribut(tag, 'name'), atribut(tag, 'r:id'), atribut(tag, 'state')]).toEqual(['A & B', 'r1', null]);
});

it('teks berformat digabung, ejaan bunyi tidak', () => {
  expect(teksKaya('<r><rPr><b/></rPr><t>Sangat </t></r><r><t xml:space="preserve">puas</t></r>')).toBe('Sangat puas');
  expect(teksKaya('<t>A</t><rPh sb="0" eb="1"><t>bunyi</t></rPh><t>B</t>')).toBe('AB');
});

it('simpul kosong, berawalan, dan yang tidak ditutup', () => {
  const isi = (xml: string) => [...daftarSimpul(xml, 'c')].map((e) => e.isi);
  expect(isi('<cols/><c r="A1"/><c>1</c><x:c s="1">2</x:c><c/><c>')).toEqual([null, '1', '2', null]);
});

it.each(['<c>', '<c ', '<c a="', '<x:c>'])('sejuta kali %j tidak menahan pembaca', (teks) => {
  const mulai = performance.now();
  expect([...daftarSimpul(teks.repeat(1_000_000), 'c')]).toEqual([]);
  expect(performance.now() - mulai).toBeLessThan(2_000);
});
