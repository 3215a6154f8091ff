import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Released, released } from './build.ts'

/** pnpm replaces what is said for the workspace alone by what is said for those who install. */
function pack(root: string, packages: readonly Released[], folder: string): void {
  const args = ['-y', 'pnpm@12', '--silent', '-r', ...packages.map(({ name }) => `--filter=${name}`), 'pack']
  execFileSync('npx', [...args, `--pack-destination=${folder}`], { cwd: root, stdio: 'pipe' })
}

/**
 * Packs what was built and installs it into an empty folder; gives the place of a package there. Libraries come from
 * the workspace, so that nothing is downloaded; what no package declares is not there.
 */
export function installPacked(root: string, folder: string): (name: string) => string {
  const packages = released(root)
  const modules = join(folder, 'node_modules')
  pack(root, packages, folder)
  for (const { folder: own, name } of packages) {
    const file = new RegExp(`^${name.replace(/^@(.*)\//u, '$1-')}-[0-9]`, 'u')
    const tarball = readdirSync(folder).find((entry) => file.test(entry)) ?? ''
    const target = join(modules, name)
    mkdirSync(target, { recursive: true })
    execFileSync('tar', ['xzf', join(folder, tarball), '-C', target, '--strip-components=1'])
    const { dependencies = {} } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'))
    for (const library of Object.keys(dependencies)) {
      const place = join(modules, library)
      if (packages.some((p) => p.name === library) || existsSync(place)) continue
      mkdirSync(dirname(place), { recursive: true })
      symlinkSync(join(own, 'node_modules', library), place)
    }
  }
  return (name) => join(modules, name)
}
