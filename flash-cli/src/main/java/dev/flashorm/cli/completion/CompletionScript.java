package dev.flashorm.cli.completion;

import dev.flashorm.cli.usage.Catalogue;
import dev.flashorm.cli.usage.Parameter;
import java.util.ArrayList;
import java.util.List;

/** Writes the completion script of a shell. */
public final class CompletionScript {
    private final Words words;
    private final StringBuilder script = new StringBuilder();

    private CompletionScript(Catalogue catalogue) {
        words = new Words(catalogue);
    }

    /** @param shell `bash`, `zsh`, `fish` or `powershell` */
    public static String of(String shell, Catalogue catalogue) {
        CompletionScript script = new CompletionScript(catalogue);
        switch (shell) {
            case "bash" -> script.bash();
            case "zsh" -> script.zsh();
            case "fish" -> script.fish();
            case "powershell" -> script.powershell();
            default -> throw new IllegalArgumentException(shell);
        }
        return script.script.toString();
    }

    private void bash() {
        line("# bash completion of flash; use it by: source <(flash completion bash)");
        line("_flash() {");
        line("  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} path= i");
        line("  for ((i = 1; i < COMP_CWORD; i++)); do");
        line("    case \"$path ${COMP_WORDS[i]}\" in");
        for (String path : words.paths()) {
            if (!path.isEmpty()) {
                line("      " + quoted((path.contains(" ") ? "" : " ") + path) + ") path=" + quoted(path) + " ;;");
            }
        }
        line("    esac");
        line("  done");
        line("  case $previous in");
        for (Parameter.Option option : words.valueOptions()) {
            String action = option.choices().isEmpty()
                    ? "compgen -f -- \"$current\""
                    : "compgen -W " + quoted(String.join(" ", option.choices())) + " -- \"$current\"";
            line("    " + option.name() + ") mapfile -t COMPREPLY < <(" + action + "); return ;;");
        }
        line("  esac");
        line("  local words=");
        line("  case $path in");
        for (String path : words.paths()) {
            line("    " + quoted(path) + ") words=" + quoted(String.join(" ", all(path))) + " ;;");
        }
        line("  esac");
        line("  mapfile -t COMPREPLY < <(compgen -W \"$words\" -- \"$current\")");
        line("}");
        line("complete -o default -F _flash flash");
    }

    private void zsh() {
        line("#compdef flash");
        line("# zsh completion of flash; use it by: source <(flash completion zsh)");
        line("_flash() {");
        line("  local path= word");
        line("  for word in \"${words[@]:1:$((CURRENT - 2))}\"; do");
        line("    case \"$path $word\" in");
        for (String path : words.paths()) {
            if (!path.isEmpty()) {
                line("      " + quoted((path.contains(" ") ? "" : " ") + path) + ") path=" + quoted(path) + " ;;");
            }
        }
        line("    esac");
        line("  done");
        line("  case ${words[CURRENT-1]} in");
        for (Parameter.Option option : words.valueOptions()) {
            String action = option.choices().isEmpty() ? "_files" : "compadd -- " + String.join(" ", option.choices());
            line("    " + option.name() + ") " + action + "; return ;;");
        }
        line("  esac");
        line("  local -a found");
        line("  case $path in");
        for (String path : words.paths()) {
            line("    " + quoted(path) + ") found=(");
            for (Words.Word word : described(path)) {
                line("      " + quoted(word.text() + ":" + word.description()));
            }
            line("    ) ;;");
        }
        line("  esac");
        line("  _describe 'flash' found");
        line("}");
        line("if [[ $zsh_eval_context[-1] == loadautofunc ]]; then _flash \"$@\"; else compdef _flash flash; fi");
    }

    private void fish() {
        line("# fish completion of flash; use it by: flash completion fish | source");
        line("function __flash_path");
        line("  set -l path ''");
        line("  for word in (commandline -opc)[2..-1]");
        line("    switch \"$path $word\"");
        for (String path : words.paths()) {
            if (!path.isEmpty()) {
                line("      case " + quoted((path.contains(" ") ? "" : " ") + path));
                line("        set path " + quoted(path));
            }
        }
        line("    end");
        line("  end");
        line("  test \"$path\" = \"$argv[1]\"");
        line("end");
        line("complete -c flash -f");
        for (String path : words.paths()) {
            String condition = "complete -c flash -n " + quoted("__flash_path \"" + path + "\"");
            for (Words.Word word : words.commands(path)) {
                line(condition + " -a " + quoted(word.text()) + " -d " + quoted(word.description()));
            }
            for (String value : words.values(path)) {
                line(condition + " -a " + quoted(value));
            }
            for (Parameter option : words.options(path)) {
                String tail = "";
                if (option instanceof Parameter.Option valued) {
                    tail = valued.choices().isEmpty()
                            ? " -r -F"
                            : " -x -a " + quoted(String.join(" ", valued.choices()));
                }
                line(condition + " -l " + Words.name(option).substring(2) + " -d " + quoted(option.description())
                        + tail);
            }
        }
    }

    private void powershell() {
        line(
                "# PowerShell completion of flash; use it by: flash completion powershell | Out-String | Invoke-Expression");
        line("Register-ArgumentCompleter -Native -CommandName flash -ScriptBlock {");
        line("  param($wordToComplete, $commandAst, $cursorPosition)");
        line("  $table = @{");
        for (String path : words.paths()) {
            List<String> quoted = new ArrayList<>();
            all(path).forEach(word -> quoted.add(doubled(word)));
            line("    " + doubled(path) + " = @(" + String.join(", ", quoted) + ")");
        }
        line("  }");
        line("  $path = ''");
        line("  foreach ($element in $commandAst.CommandElements | Select-Object -Skip 1) {");
        line("    if ($element.Extent.EndOffset -ge $cursorPosition) { break }");
        line("    $next = \"$path $element\".Trim()");
        line("    if ($table.ContainsKey($next)) { $path = $next }");
        line("  }");
        line("  $table[$path] | Where-Object { $_ -like \"$wordToComplete*\" } | ForEach-Object {");
        line("    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)");
        line("  }");
        line("}");
    }

    private List<Words.Word> described(String path) {
        List<Words.Word> found = new ArrayList<>(words.commands(path));
        words.values(path).forEach(value -> found.add(new Words.Word(value, value)));
        words.options(path).forEach(option -> found.add(new Words.Word(Words.name(option), option.description())));
        return found;
    }

    private List<String> all(String path) {
        return described(path).stream().map(Words.Word::text).toList();
    }

    /** Single quotes, for all three POSIX-like shells. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String doubled(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private void line(String text) {
        script.append(text).append('\n');
    }
}
