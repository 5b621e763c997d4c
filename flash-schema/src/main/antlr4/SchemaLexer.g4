/**
 * The words of the schema language. Every character of a file belongs to exactly one token, white space and comments
 * (hidden channel) included, so the tokens put together are the file. Works on UTF-16 units: what is above U+FFFF is
 * UNKNOWN outside of strings and comments.
 */
lexer grammar SchemaLexer;

WHITE_SPACE     : [ \t\f\u000B\u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF]+ -> channel(HIDDEN) ;
NEWLINE         : '\r\n' | '\n' | '\r' ;
DOCUMENTATION   : '///' ~[\r\n]* -> channel(HIDDEN) ;
LINE_COMMENT    : '//' ~[\r\n]* -> channel(HIDDEN) ;
BLOCK_COMMENT   : '/*' .*? '*/' -> channel(HIDDEN) ;

STRING          : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '"' ;
UNCLOSED_STRING : '"' ( ~["\\\r\n] | '\\' ~[\r\n] )* '\\'? ;
NUMBER          : '-'? [0-9]+ ( '.' [0-9]+ )? ;
/** Letters of any script; the tree builder looks closer at what is not ASCII. */
IDENTIFIER      : LETTER ( LETTER | '-' )* ;

OPEN_BRACE      : '{' ;
CLOSE_BRACE     : '}' ;
OPEN_PAREN      : '(' ;
CLOSE_PAREN     : ')' ;
OPEN_BRACKET    : '[' ;
CLOSE_BRACKET   : ']' ;
COMMA           : ',' ;
COLON           : ':' ;
EQUALS          : '=' ;
QUESTION        : '?' ;
BANG            : '!' ;
BLOCK_AT        : '@@' ;
AT              : '@' ;
DOT             : '.' ;

/** Anything else: never part of a valid line. */
UNKNOWN         : [\uD800-\uDBFF] [\uDC00-\uDFFF] | . ;

fragment LETTER : [a-zA-Z0-9_\u00AA-\u167F\u1681-\u1FFF\u203F-\u205E\u2060-\u2FFF\u3001-\uD7FF\uF900-\uFEFE\uFF00-\uFFEF] ;
