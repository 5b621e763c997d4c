/**
 * Makes ECMAScript modules and declarations of TypeScript whose types can be erased (`erasableSyntaxOnly`,
 * `isolatedDeclarations`): that of the support files and of the emitter, not of any program.
 */
@NullMarked
package dev.flashorm.codegen.typescript.syntax;

import org.jspecify.annotations.NullMarked;
