/**
 * The lines of the schema language. A line ends with NEWLINE; inside matched brackets, and only there, a line break is
 * white space. BlockLayout sees to that, ends every line, and closes every block before the parser looks. Every
 * decision needs one token of lookahead: a bad line is found where it goes wrong, and given up to its end.
 */
parser grammar SchemaParser;

options { tokenVocab = SchemaLexer; }

schema         : ( NEWLINE | declaration | stray )* EOF ;

/** A block, or a line that was meant to be its head; the tree builder judges the head. */
declaration    : IDENTIFIER head ( OPEN_BRACE rest NEWLINE body CLOSE_BRACE rest )? NEWLINE ;
head           : ~( OPEN_BRACE | NEWLINE )* ;
stray          : ~( NEWLINE | IDENTIFIER ) rest NEWLINE ;
rest           : ~NEWLINE* ;

body           : ( NEWLINE | member | blockAttribute | strayMember )* ;
member         : IDENTIFIER ( EQUALS expression? | COLON? type? attribute* ) NEWLINE ;
blockAttribute : BLOCK_AT path arguments? NEWLINE ;
strayMember    : ~( NEWLINE | IDENTIFIER | BLOCK_AT | CLOSE_BRACE ) rest NEWLINE ;

type           : ( IDENTIFIER ( OPEN_PAREN STRING? CLOSE_PAREN )? | OPEN_BRACKET IDENTIFIER CLOSE_BRACKET )
                 ( OPEN_BRACKET CLOSE_BRACKET )? ( QUESTION | BANG )? ;
attribute      : AT path arguments? ;
arguments      : OPEN_PAREN ( argument ( COMMA argument? )* )? CLOSE_PAREN ;
argument       : path ( COLON expression? | arguments )? | STRING | NUMBER | array | object ;
expression     : path arguments? | STRING | NUMBER | array | object ;
array          : OPEN_BRACKET ( expression ( COMMA expression? )* )? CLOSE_BRACKET ;
object         : OPEN_BRACE ( entry ( COMMA entry? )* )? CLOSE_BRACE ;
entry          : IDENTIFIER COLON expression ;
path           : IDENTIFIER ( DOT IDENTIFIER )* ;
