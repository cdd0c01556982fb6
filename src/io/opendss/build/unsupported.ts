import { unsupportedClassNames } from '../otherClasses';
import type { Build } from './context';

/** Every element in service of a class that is not modelled is an error; one that is switched off changes nothing. */
export function reportUnsupported(build: Build): void {
  for (const className of unsupportedClassNames) {
    for (const object of build.session.tables.get(className)?.objects.values() ?? []) {
      const subject = { className, object };
      if (object.enabled) {
        build.error(subject, {
          code: 'dss-unsupported',
          message: `${className}.${object.id}: the class changes the solution and is not supported.`,
          remedy: 'Take the element out, disable it, or model it by others.',
        });
      } else {
        build.note(`class ${className}`, subject, {
          code: 'dss-unused',
          message: `Objects of the class ${className} are not supported; those that are disabled are left out.`,
          remedy: 'Nothing to do.',
        });
      }
    }
  }
}
