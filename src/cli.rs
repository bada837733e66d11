//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;

/// Fait d'un dossier de fiches un catalogue : un site, une page à imprimer
#[derive(Debug, Parser)]
#[command(
    name = "florilege",
    version,
    disable_help_subcommand = true,
    subcommand_required = true,
    arg_required_else_help = true
)]
#[command(
    after_help = "Codes de sortie : 0 fait, 1 problèmes dans le contenu, 2 mauvais usage, 3 refus de la machine (disque, droits)."
)]
pub(crate) struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub(crate) command: Command,
    /// What all commands understand.
    #[command(flatten)]
    pub(crate) common: Common,
}

/// What all commands understand.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// Dossier du catalogue, celui qui contient « content »
    #[arg(long, global = true, value_name = "DOSSIER", default_value = ".")]
    pub(crate) root: PathBuf,
    /// Langue des messages : fr ou en (sinon celle du système, puis celle du catalogue)
    #[arg(long, global = true, value_name = "LANGUE")]
    pub(crate) lang: Option<Lang>,
    /// Forme des messages
    #[arg(long, global = true, value_name = "FORME", default_value = "human")]
    pub(crate) format: ReportFormat,
    /// Ne rien dire quand tout va bien
    #[arg(long, short, global = true)]
    pub(crate) quiet: bool,
}

/// A language for messages.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum Lang {
    /// Français
    Fr,
    /// English
    En,
}

/// How problems are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// Pour des lecteurs
    Human,
    /// Pour des programmes
    Json,
    /// Annotations pour les automates de GitHub
    Github,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Construit le site
    Build(Build),
    /// Vérifie tout le catalogue sans rien écrire
    Check(BaseUrl),
    /// Crée une fiche à compléter
    New(New),
    /// Écrit le schéma JSON des fiches, pour les éditeurs de texte
    Schema(Schema),
    /// Écrit de quoi compléter la commande dans un terminal
    Completions {
        /// Le terminal
        shell: Shell,
    },
}

/// Arguments of `build`.
#[derive(Debug, Args)]
pub(crate) struct Build {
    /// Dossier où écrire le site [par défaut : « public » dans le dossier du catalogue]
    #[arg(long, value_name = "DOSSIER")]
    pub(crate) out: Option<PathBuf>,
    /// Where the site will be published.
    #[command(flatten)]
    pub(crate) base_url: BaseUrl,
}

/// Where the site will be published.
#[derive(Debug, Args)]
pub(crate) struct BaseUrl {
    /// Adresse où le site sera publié, à la place de celle des réglages
    #[arg(long, value_name = "ADRESSE")]
    pub(crate) base_url: Option<String>,
}

/// Arguments of `new`.
#[derive(Debug, Args)]
pub(crate) struct New {
    /// Identifiant de la fiche : son nom de fichier et son adresse, par exemple « samusocial-elan »
    pub(crate) id: String,
    /// Thème principal
    #[arg(long, value_name = "THÈME")]
    pub(crate) theme: Option<String>,
}

/// Arguments of `schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// Ce qui est décrit
    #[arg(value_enum, default_value = "sheet")]
    pub(crate) record: SchemaOf,
}

/// What a schema describes.
#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum SchemaOf {
    /// Une fiche
    Sheet,
    /// Les réglages
    Settings,
    /// Un forum
    Forum,
    /// Une rubrique (ses champs d'en-tête)
    Page,
    /// La notice d'un document d'origine
    Source,
}
