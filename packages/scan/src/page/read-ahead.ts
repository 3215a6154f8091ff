/**
 * What `read` makes of each image, in order. While one is waited for, the next is begun: an engine reads the lines of a page while
 * the picture of the one after it is cleaned. No more than two are in memory.
 */
export async function* readAhead<Image, Page>(
  images: AsyncIterable<Image> | Iterable<Image>,
  read: (image: Image) => Promise<Page>,
): AsyncGenerator<Page> {
  let before: Promise<Page> | undefined
  for await (const image of images) {
    const page = read(image)
    // Heard of when its turn comes, or not at all where an earlier one fails.
    page.catch(() => {})
    if (before) yield await before
    before = page
  }
  if (before) yield await before
}
