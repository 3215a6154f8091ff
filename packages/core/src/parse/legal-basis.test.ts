import { expect, test } from 'vitest'
import { agreed, agreementOf, readAgreement } from '../testing/read-agreement.ts'

test('reads the legal basis with the number of the law', async () =>
  expect(
    (
      await readAgreement(
        agreementOf(`${agreed}、地方自治法（昭和２２年法律第６７号）第２５２条の２第１項の規定に基づき`),
      )
    ).agreement.legalBasis,
  ).toMatchObject([{ law: '地方自治法', lawNumber: '昭和２２年法律第６７号', article: '252_2', paragraph: 1 }]))

test('reads provisions of a law that are named together as its basis', async () =>
  expect(
    (
      await readAgreement(
        agreementOf(`${agreed}、道路法（昭和２７年法律第１８０号）第１９条第１項及び第５４条第１項の規定に基づき`),
      )
    ).agreement.legalBasis,
  ).toMatchObject([
    { law: '道路法', article: '19', paragraph: 1 },
    { law: '道路法', lawNumber: '昭和２７年法律第１８０号', article: '54', paragraph: 1 },
  ]))
