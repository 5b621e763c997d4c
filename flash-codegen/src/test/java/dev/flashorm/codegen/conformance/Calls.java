package dev.flashorm.codegen.conformance;

import dev.flashorm.codegen.GeneratedFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The compiled calls. */
final class Calls {
    private final Class<?> type;

    Calls(URLClassLoader loader) throws ClassNotFoundException {
        type = loader.loadClass("cases.Calls");
    }

    /**
     * @param pool the parameter of what the client's connections come from
     * @param arguments those of the client's `of`
     */
    static GeneratedFile source(List<String> expressions, String pool, String arguments) {
        StringBuilder code = new StringBuilder("package cases;\n\nimport db.*;\n\npublic final class Calls {\n");
        code.append("private Calls() {}\n");
        code.append("public static AppDb connect(java.lang.String url) {\nreturn AppDb.connect(url);\n}\n");
        code.append("public static AppDb open(" + pool + ") {\nreturn AppDb.of(" + arguments + ");\n}\n");
        for (int i = 0; i < expressions.size(); i++) {
            code.append("public static java.lang.Object call").append(i).append("(AppDb db) {\nreturn ");
            code.append(expressions.get(i)).append(";\n}\n");
        }
        return new GeneratedFile("cases/Calls.java", code.append("}\n").toString());
    }

    AutoCloseable connect(String url) throws Exception {
        return (AutoCloseable)
                Objects.requireNonNull(type.getMethod("connect", String.class).invoke(null, url));
    }

    /** @param pool what the client's own connections come from, of the class that the source named */
    AutoCloseable open(Object pool) throws Exception {
        for (Method method : type.getMethods()) {
            if (method.getName().equals("open")) {
                return (AutoCloseable) Objects.requireNonNull(method.invoke(null, pool));
            }
        }
        throw new IllegalStateException("no open");
    }

    /** The result, or what was thrown as `{"error": "UniqueViolation"}`. */
    @Nullable
    Object call(Object db, int index) throws Exception {
        Method method = type.getMethod("call" + index, db.getClass());
        try {
            return method.invoke(null, db);
        } catch (InvocationTargetException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            String error = cause.getClass().getSimpleName();
            return Map.of("error", error, "message", String.valueOf(cause.getMessage()), "thrown", cause);
        }
    }
}
