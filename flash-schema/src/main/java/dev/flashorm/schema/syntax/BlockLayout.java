package dev.flashorm.schema.syntax;

import static dev.flashorm.schema.syntax.grammar.SchemaLexer.AT;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.BLOCK_AT;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.CLOSE_BRACE;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.CLOSE_BRACKET;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.CLOSE_PAREN;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.COLON;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.COMMA;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.EQUALS;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.IDENTIFIER;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.NEWLINE;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.OPEN_BRACE;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.OPEN_BRACKET;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.OPEN_PAREN;
import static dev.flashorm.schema.syntax.grammar.SchemaLexer.UNKNOWN;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * Decides, before the parser runs, what a line break and a brace mean, in two passes over the tokens.
 *
 * <p>The first finds the brackets that have a partner; a line that can only start a new member (`@@index`, `name
 * Type`) gives up on brackets left open before it. The second hides line breaks between partners, turns braces that
 * open or close nothing into UNKNOWN, and adds the tokens of no width that the grammar counts on: a NEWLINE before the
 * end of a block or file, a CLOSE_BRACE where the next block begins or the file ends, an OPEN_BRACE behind a head that
 * has none.
 */
final class BlockLayout {
    /** Deeper brackets are an error: the parser descends by recursion. */
    static final int MAX_DEPTH = 64;

    private final List<CommonToken> input;
    private final SyntaxTokens.Builder kinds;
    private final int[] partner;
    private final List<Token> output;
    private final List<Token> unclosedBlocks = new ArrayList<>();
    private final List<Token> tooDeep = new ArrayList<>();
    private final List<BareHead> bareHeads = new ArrayList<>();

    /**
     * A line `model User`, without a brace.
     *
     * @param brace the one on a line below, which opens the block, or else the one that closes it
     */
    record BareHead(Token keyword, Token name, Token brace) {}

    /**
     * Takes visible tokens only, the last one EOF.
     *
     * @param kinds learns which line breaks are white space, and which braces are none
     */
    BlockLayout(List<CommonToken> visible, SyntaxTokens.Builder kinds) {
        input = visible;
        this.kinds = kinds;
        partner = new int[visible.size()];
        output = new ArrayList<>(visible.size() + 16);
    }

    /** The tokens for the parser. */
    List<Token> tokens() {
        return output;
    }

    /** The opening braces that have no closing one. */
    List<Token> unclosedBlocks() {
        return unclosedBlocks;
    }

    /** The heads that lack their brace, of blocks that are closed. */
    List<BareHead> bareHeads() {
        return bareHeads;
    }

    /** The first bracket of each nest that is deeper than {@link #MAX_DEPTH}. */
    List<Token> tooDeep() {
        return tooDeep;
    }

    BlockLayout arrange() {
        matchBrackets();
        layOut();
        return this;
    }

    private void matchBrackets() {
        Arrays.fill(partner, -1);
        int[] open = new int[MAX_DEPTH];
        int depth = 0;
        boolean deepLine = false;
        for (int i = 0; i < input.size(); i++) {
            int type = type(i);
            if (type == NEWLINE) {
                deepLine = false;
                if (depth > 0 && type(i + 1) != NEWLINE && startsMember(i)) {
                    depth = 0;
                }
            } else if (type == OPEN_PAREN || type == OPEN_BRACKET || (type == OPEN_BRACE && depth > 0)) {
                if (depth < MAX_DEPTH) {
                    open[depth++] = i;
                } else {
                    if (!deepLine) {
                        tooDeep.add(input.get(i));
                    }
                    deepLine = true;
                    demote(input.get(i));
                    depth = 0;
                }
            } else if (depth > 0 && (type == CLOSE_PAREN || type == CLOSE_BRACKET || type == CLOSE_BRACE)) {
                if (closes(type, type(open[depth - 1]))) {
                    partner[open[--depth]] = i;
                } else {
                    depth = 0;
                }
            }
        }
    }

    private static boolean closes(int close, int open) {
        return switch (close) {
            case CLOSE_PAREN -> open == OPEN_PAREN;
            case CLOSE_BRACKET -> open == OPEN_BRACKET;
            default -> open == OPEN_BRACE;
        };
    }

    /** Whether the line behind this line break cannot continue an argument list or an array. */
    private boolean startsMember(int newline) {
        int first = type(newline + 1);
        int second = type(newline + 2);
        if (first == Token.EOF || first == BLOCK_AT || first == AT) {
            return true;
        }
        if (first != IDENTIFIER) {
            return false;
        }
        if (second == IDENTIFIER || second == AT || second == EQUALS) {
            return true;
        }
        int before = newline - 1;
        while (before >= 0 && type(before) == NEWLINE) {
            before--;
        }
        int last = before < 0 ? NEWLINE : type(before);
        return !(last == COMMA || last == COLON || last == OPEN_PAREN || last == OPEN_BRACKET || last == OPEN_BRACE);
    }

    private void layOut() {
        int hiddenUntil = -1;
        boolean lineStart = true;
        boolean headLine = false;
        int brace = -1;
        Token block = null;
        for (int i = 0; i < input.size(); i++) {
            CommonToken token = input.get(i);
            int type = token.getType();
            boolean bareObject = type == OPEN_BRACE && hiddenUntil < i;
            hiddenUntil = bareObject ? hiddenUntil : Math.max(hiddenUntil, partner[i]);
            if (i <= hiddenUntil) {
                if (type == NEWLINE) {
                    kinds.set(token.getTokenIndex(), TokenKind.LINE_BREAK);
                } else {
                    output.add(token);
                    lineStart = false;
                }
                continue;
            }
            if (type == NEWLINE && brace > i) {
                // Up to a brace on a line of its own the head goes on, for the parser.
                if (type(brace) == CLOSE_BRACE) {
                    block = virtual(OPEN_BRACE, token);
                    output.add(block);
                    brace = -1;
                } else {
                    continue;
                }
            }
            if (type == NEWLINE) {
                output.add(token);
                lineStart = true;
                headLine = false;
                continue;
            }
            if (type == Token.EOF) {
                endLine(token);
                if (block != null) {
                    unclosedBlocks.add(block);
                    output.add(virtual(CLOSE_BRACE, token));
                    output.add(virtual(NEWLINE, token));
                }
                output.add(token);
                break;
            }
            if (lineStart && block != null && opensBlock(i)) {
                unclosedBlocks.add(block);
                output.add(virtual(CLOSE_BRACE, token));
                output.add(virtual(NEWLINE, token));
                block = null;
            }
            if (lineStart) {
                headLine = block == null && type == IDENTIFIER;
                brace = headLine && isBareHead(i) ? braceOf(i) : -1;
            }
            if (type == OPEN_BRACE) {
                if (block == null && headLine) {
                    block = token;
                } else {
                    demote(token);
                }
            } else if (type == CLOSE_BRACE) {
                if (block != null && (lineStart || headLine || onlyBracesFollow(i))) {
                    endLine(token);
                    block = null;
                    headLine = false;
                } else {
                    demote(token);
                }
            }
            output.add(token);
            lineStart = false;
        }
    }

    private void demote(CommonToken token) {
        token.setType(UNKNOWN);
        kinds.set(token.getTokenIndex(), TokenKind.UNKNOWN);
    }

    private boolean opensBlock(int i) {
        return type(i) == IDENTIFIER
                && type(i + 1) == IDENTIFIER
                && type(i + 2) == OPEN_BRACE
                && (endsLine(i + 2) || (type(i + 3) == CLOSE_BRACE && endsLine(i + 3)))
                && BlockKeyword.of(input.get(i).getText()).isPresent();
    }

    private boolean isBareHead(int i) {
        return type(i) == IDENTIFIER
                && type(i + 1) == IDENTIFIER
                && type(i + 2) == NEWLINE
                && BlockKeyword.of(input.get(i).getText()).isPresent();
    }

    /**
     * The brace that belongs to a head without one: the opening one on a line below, or else the closing one that a line
     * begins with before another one is opened; -1 when there is none.
     */
    private int braceOf(int head) {
        int i = head + 3;
        while (type(i) == NEWLINE) {
            i++;
        }
        if (type(i) == OPEN_BRACE) {
            bareHeads.add(new BareHead(input.get(head), input.get(head + 1), input.get(i)));
            return i;
        }
        while (type(i) != Token.EOF && !isBareHead(i)) {
            if (type(i) == CLOSE_BRACE) {
                bareHeads.add(new BareHead(input.get(head), input.get(head + 1), input.get(i)));
                return i;
            }
            while (type(i) != NEWLINE && type(i) != Token.EOF) {
                if (type(i) == OPEN_BRACE && partner[i] < 0) {
                    return -1;
                }
                i++;
            }
            while (type(i) == NEWLINE) {
                i++;
            }
        }
        return -1;
    }

    /** Of several braces that end a line the first closes the block: the layout puts it on a line of its own. */
    private boolean onlyBracesFollow(int i) {
        int next = i + 1;
        while (type(next) == CLOSE_BRACE) {
            next++;
        }
        return type(next) == NEWLINE || type(next) == Token.EOF;
    }

    private boolean endsLine(int i) {
        int next = type(i + 1);
        return next == NEWLINE || next == Token.EOF;
    }

    private void endLine(Token before) {
        if (!output.isEmpty() && output.get(output.size() - 1).getType() != NEWLINE) {
            output.add(virtual(NEWLINE, before));
        }
    }

    private static CommonToken virtual(int type, Token before) {
        CommonToken token = new CommonToken(type, "");
        token.setStartIndex(before.getStartIndex());
        token.setStopIndex(before.getStartIndex() - 1);
        return token;
    }

    private int type(int i) {
        return i < input.size() ? input.get(i).getType() : Token.EOF;
    }
}
