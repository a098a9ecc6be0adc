import ts from 'typescript';

/** Where the code asks for a sentence: the keys that this may be, or none where they cannot be told from the types. */
export interface AskedSentence {
  /** File and line, for the message of a test. */
  readonly at: string;
  /** The expression that gives the key, as it is written. */
  readonly expression: string;
  readonly keys: readonly string[] | undefined;
  /** How many parts of the sentence are given; Infinity where a list of them is. */
  readonly parts: number;
}

/** Functions that give a sentence, with which argument is its key and what they put after it. */
const askers: Readonly<Record<string, { readonly argument: number; readonly ending: string }>> = {
  say: { argument: 0, ending: '' },
  message: { argument: 0, ending: '' },
  sayCount: { argument: 1, ending: '_other' },
};

/**
 * Every place in `files` (of a program) that asks for a sentence, with every key it may ask for. A key made of a template has one for each value that
 * the types of its parts allow, so that a code added to a list is a key that is looked for.
 */
export function askedSentences(program: ts.Program, files: readonly ts.SourceFile[]): AskedSentence[] {
  const checker = program.getTypeChecker();
  const found: AskedSentence[] = [];
  for (const file of files) visit(file, file);
  return found;

  function visit(node: ts.Node, file: ts.SourceFile): void {
    if (ts.isCallExpression(node)) {
      const name = ts.isPropertyAccessExpression(node.expression) ? node.expression.name : node.expression;
      const asker = ts.isIdentifier(name) ? askers[name.text] : undefined;
      const key = asker && node.arguments[asker.argument];
      if (key) {
        const line = file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1;
        found.push({
          at: `${file.fileName.replace(/^.*\/src\//, 'src/')}:${line}`,
          expression: key.getText(file),
          keys: valuesOf(key, 0)?.map((value) => value + asker.ending),
          parts: node.arguments.some(ts.isSpreadElement) ? Infinity : node.arguments.length - asker.argument - 1,
        });
      }
    }
    ts.forEachChild(node, (child) => visit(child, file));
  }

  /** The texts that an expression may have; undefined when they are not known. `depth` ends what refers to itself. */
  function valuesOf(node: ts.Expression, depth: number): string[] | undefined {
    if (depth > 20) return undefined;
    const inner = (expression: ts.Expression) => valuesOf(expression, depth + 1);
    if (ts.isStringLiteralLike(node)) return [node.text];
    if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)) {
      return inner(node.expression);
    }
    if (ts.isConditionalExpression(node)) return joined([inner(node.whenTrue), inner(node.whenFalse)]);
    if (ts.isTemplateExpression(node)) {
      let texts: string[] | undefined = [node.head.text];
      for (const { expression, literal } of node.templateSpans) {
        const values = inner(expression);
        texts = values && texts?.flatMap((text) => values.map((value) => text + value + literal.text));
      }
      return texts;
    }
    if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
      const [from, to] = node.arguments;
      if (
        node.expression.name.text === 'replaceAll' &&
        from &&
        to &&
        ts.isStringLiteral(from) &&
        ts.isStringLiteral(to)
      ) {
        return inner(node.expression.expression)?.map((text) => text.replaceAll(from.text, to.text));
      }
    }
    return literalsOf(checker.getTypeAtLocation(node)) ?? declared(node, depth);
  }

  /** What the type of an expression allows, where it is a list of texts or numbers. */
  function literalsOf(type: ts.Type): string[] | undefined {
    const types = (type.isUnion() ? type.types : [type]).filter(
      ({ flags }) => (flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Null)) === 0,
    );
    const texts = types.map((one) => (one.isStringLiteral() || one.isNumberLiteral() ? String(one.value) : undefined));
    return texts.length > 0 && texts.every((text) => text !== undefined) ? texts : undefined;
  }

  /** What a constant, or a field of a constant table, was declared to be. */
  function declared(node: ts.Expression, depth: number): string[] | undefined {
    if (ts.isElementAccessExpression(node) || ts.isPropertyAccessExpression(node)) {
      const table = declarationOf(node.expression)?.initializer;
      const literal = table && (ts.isAsExpression(table) || ts.isSatisfiesExpression(table) ? table.expression : table);
      if (!literal || !ts.isObjectLiteralExpression(literal)) return undefined;
      return joined(
        literal.properties.map((property) =>
          ts.isPropertyAssignment(property) ? valuesOf(property.initializer, depth + 1) : undefined,
        ),
      );
    }
    const initializer = declarationOf(node)?.initializer;
    return initializer && valuesOf(initializer, depth + 1);
  }

  function declarationOf(node: ts.Expression): ts.VariableDeclaration | undefined {
    let symbol = checker.getSymbolAtLocation(node);
    if (symbol && (symbol.flags & ts.SymbolFlags.Alias) !== 0) symbol = checker.getAliasedSymbol(symbol);
    const declaration = symbol?.valueDeclaration;
    return declaration && ts.isVariableDeclaration(declaration) ? declaration : undefined;
  }
}

function joined(lists: readonly (readonly string[] | undefined)[]): string[] | undefined {
  return lists.every((list) => list !== undefined) ? lists.flat() : undefined;
}
