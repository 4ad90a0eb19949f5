package org.tipstats.start.command;

import java.io.PrintWriter;
import java.util.List;
import org.tipstats.start.command.CommandLineInterface.OfflineCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command that prints the statements with which an administrator prepares an external database for two roles. */
@Command(
        name = PrepareRolesCommand.NAME,
        description = {
            "Prints the SQL that prepares an external database: a role that owns the tables, and a role of the service that"
                    + " only works with their rows. A superuser of PostgreSQL runs it with psql.",
            "The command itself connects to nothing and changes nothing."
        },
        exitCodeList = "0:the statements are printed")
final class PrepareRolesCommand extends OfflineCommand {

    static final String NAME = "prepare-roles";

    private static final String PLAIN = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    private static final String RIGHTS = " login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;";

    @Option(
            names = "--database",
            paramLabel = "NAME",
            defaultValue = "tipstats",
            description = "The database; default ${DEFAULT-VALUE}.")
    private String database;

    @Option(
            names = "--owner",
            paramLabel = "ROLE",
            defaultValue = "tipstats",
            description = "The role that owns the tables; default ${DEFAULT-VALUE}.")
    private String owner;

    @Option(
            names = "--service",
            paramLabel = "ROLE",
            defaultValue = "tipstats_service",
            description = "The role of the service; default ${DEFAULT-VALUE}.")
    private String service;

    @Option(
            names = "--existing",
            description =
                    "The database exists and has tables. --owner is the role that owns them, with which the service"
                            + " worked until now.")
    private boolean existing;

    @Override
    public Integer call() {
        for (String name : List.of(database, owner, service)) {
            if (!name.matches(PLAIN)) {
                throw misuse("The name \"" + name + "\" must have letters, digits and _ only.");
            }
        }
        if (owner.equals(service)) {
            throw misuse("The role of the service must not be the one that owns the tables.");
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println("-- Run this with psql as a superuser of PostgreSQL.");
        if (!existing) {
            out.println("create role \"" + owner + "\"" + RIGHTS);
            out.println(
                    "create database \"" + database + "\" owner \"" + owner + "\" template template0 encoding 'UTF8';");
        }
        printRights(out);
        printSettings(out);
        return CommandLineInterface.VALID;
    }

    private void printRights(PrintWriter out) {
        out.println("create role \"" + service + "\"" + RIGHTS);
        out.println("revoke all on database \"" + database + "\" from public;");
        out.println("grant connect on database \"" + database + "\" to \"" + owner + "\", \"" + service + "\";");
        out.println("\\connect \"" + database + "\"");
        out.println("revoke create on schema public from public;");
        out.println("grant usage, create on schema public to \"" + owner + "\";");
        out.println("grant usage on schema public to \"" + service + "\";");
    }

    private void printSettings(PrintWriter out) {
        out.println("-- Give " + (existing ? "the new role a password" : "both roles passwords") + " with \\password"
                + (existing ? "" : " \"" + owner + "\" and \\password") + " \"" + service + "\".");
        out.println(
                "-- Then start the service with these settings. It gives its role the rights on the tables itself.");
        out.println("--   TIPSTATS_DATABASE_USERNAME=" + service + " and TIPSTATS_DATABASE_PASSWORD");
        out.println("--   TIPSTATS_DATABASE_OWNER=" + owner + " and TIPSTATS_DATABASE_OWNER_PASSWORD");
    }
}
