/**
 * What a phrase cannot start with, but the rest of a sentence does: particles and words made of them. Before other kana a
 * single one may be part of a name (にかほ, とかち).
 */
export const particleStart =
  /^(?:[、をが]|[はにのとでへ](?![ぁ-ん])|にお[いけ]|によ[るりっ]|について|に関する|に係る|にかかる|のための|とする|として|とともに|である|への|での|との)/u
