package dev.flashorm.codegen.python;

import dev.flashorm.codegen.ir.ModelClient;
import dev.flashorm.schema.model.ConfigValue;
import dev.flashorm.schema.model.Datasource;
import dev.flashorm.schema.model.Schema;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** `client.py` and `__init__.py`: what a program begins with. */
final class ClientFile {
    private static final List<String> READS = List.of(
            "WhereUniqueInput",
            "WhereInput",
            "Include",
            "OrderByInput",
            "ScalarFieldKeys",
            "Fields",
            "Having",
            "GroupByOutput",
            "Select",
            "Selected");
    private static final List<String> WRITES = List.of("CreateInput", "UpdateInput", "UpsertInput");

    private ClientFile() {}

    static String text(PythonClient client, Schema schema, PythonDriver driver, PythonSettings settings) {
        String style = settings.style();
        boolean hasTables = client.models().stream().anyMatch(ClientFile::isWritable);
        boolean hasViews = !client.models().stream().allMatch(ClientFile::isWritable);
        StringBuilder text = new StringBuilder("\"\"\"The client.\"\"\"\n\nfrom __future__ import annotations\n\n")
                .append("import os\n\n")
                .append(imports(hasTables, hasViews, driver, style));
        for (ModelClient model : client.models()) {
            text.append("\n\nclass ")
                    .append(model.name())
                    .append("Actions(\n    ")
                    .append(isWritable(model) ? "_ModelActions" : "_ViewActions")
                    .append("[\n        models.")
                    .append(PythonClient.identifier(model.name()))
                    .append(",\n");
            READS.forEach(suffix -> parameter(text, model, suffix));
            if (isWritable(model)) {
                WRITES.forEach(suffix -> parameter(text, model, suffix));
            }
            text.append("    ]\n):\n    \"\"\"The calls of ")
                    .append(model.name())
                    .append(".\"\"\"\n\n    __slots__ = ()\n");
            if (isWritable(model)) {
                text.append("\n\nclass ").append(model.name()).append("Batch(\n    _BatchActions[\n");
                for (String suffix :
                        List.of("WhereUniqueInput", "WhereInput", "CreateInput", "UpdateInput", "UpsertInput")) {
                    parameter(text, model, suffix);
                }
                text.append("    ]\n):\n    \"\"\"The calls of ")
                        .append(model.name())
                        .append(" in a batch.\"\"\"\n\n    __slots__ = ()\n");
            }
        }
        text.append("\n\nclass Batch:\n    \"\"\"Calls that are carried out together or not at all.\"\"\"\n\n")
                .append("    def __init__(self, calls: _BatchCalls) -> None:\n");
        boolean isEmpty = true;
        for (ModelClient model : client.models()) {
            if (isWritable(model)) {
                isEmpty = false;
                member(text, client, model, "Batch(calls, ");
            }
        }
        text.append(isEmpty ? "        self._calls = calls\n" : "");
        text.append(
                        "\n\nclass FlashClient(BaseClient[Batch]):\n    \"\"\"The database, or one transaction of it.\"\"\"\n\n")
                .append("    _tables = TABLES\n    _batch = Batch\n\n")
                .append("    def __init__(self, url: str | None = None) -> None:\n")
                .append("        driver = Driver(url or ")
                .append(url(schema))
                .append(", TABLES)\n")
                .append("        super().__init__(Session(driver.connect, driver.size, driver.timeout))\n\n")
                .append("    def _bind(self, session: Session | TransactionSession) -> None:\n");
        client.models().forEach(model -> member(text, client, model, "Actions(session, "));
        text.append(client.models().isEmpty() ? "        pass\n" : "");
        return text.toString();
    }

    private static String imports(boolean hasTables, boolean hasViews, PythonDriver driver, String style) {
        TreeSet<String> runtime = new TreeSet<>(List.of(
                "batch import " + (hasTables ? "BatchActions as _BatchActions\nfrom .runtime.batch import " : "")
                        + "BatchCalls as _BatchCalls",
                "client_" + style + " import BaseClient",
                "session_" + style + " import Session, TransactionSession",
                driver.module() + "_" + style + " import Driver"));
        if (hasTables) {
            runtime.add("actions_" + style + " import ModelActions as _ModelActions");
        }
        if (hasViews) {
            runtime.add("views_" + style + " import ViewActions as _ViewActions");
        }
        return "from . import models, types\nfrom ._schema import TABLES\n"
                + runtime.stream().map(name -> "from .runtime." + name + "\n").collect(Collectors.joining());
    }

    private static void member(StringBuilder text, PythonClient client, ModelClient model, String made) {
        text.append("        self.")
                .append(client.accessor(model))
                .append(" = ")
                .append(model.name())
                .append(made)
                .append("TABLES.models[")
                .append(PythonClient.literal(model.name()))
                .append("])\n");
    }

    private static void parameter(StringBuilder text, ModelClient model, String suffix) {
        text.append("        types.").append(model.name()).append(suffix).append(",\n");
    }

    private static boolean isWritable(ModelClient model) {
        return !model.isView();
    }

    private static String url(Schema schema) {
        String variable =
                schema.datasource().flatMap(Datasource::url).orElse(null) instanceof ConfigValue.Environment named
                        ? named.variable()
                        : "DATABASE_URL";
        return "os.environ[" + PythonClient.literal(variable) + "]";
    }

    static String packageText() {
        return "\"\"\"The client of the schema's database.\"\"\"\n\n"
                + "from . import enums, errors, models, types\n"
                + "from .client import Batch, FlashClient\n"
                + "from .errors import FlashError, RecordNotFound, UniqueViolation\n\n"
                + "Prisma = FlashClient\n"
                + "\"\"\"The name of the client in Prisma Client Python.\"\"\"\n\n"
                + "__all__ = [\n    \"Batch\",\n    \"FlashClient\",\n    \"FlashError\",\n    \"Prisma\",\n    \"RecordNotFound\",\n"
                + "    \"UniqueViolation\",\n    \"enums\",\n    \"errors\",\n    \"models\",\n    \"types\",\n]\n";
    }

    static String errorsText() {
        return "\"\"\"What the calls raise.\"\"\"\n\nfrom .runtime.errors import *\n";
    }
}
