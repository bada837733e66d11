//! The vocabulary of made-up sheets: words that occur in real ones, joined by chance.

/// Themes: ids and titles, as in the printed catalogue.
pub(crate) const THEMES: [(&str, &str); 7] = [
    ("langue", "Apprentissage de la langue"),
    ("logement", "Accès au logement"),
    ("droits", "Accès aux droits"),
    ("soins", "Accès aux soins"),
    ("emploi", "Accès à la formation et à l'emploi"),
    ("culture", "Accès aux activités culturelles, sportives et aux loisirs"),
    ("lien-social", "Créer du lien social"),
];

/// Who acts: in the singular.
pub(crate) const SUBJECTS: &[&str] = &[
    "l'équipe pluridisciplinaire",
    "chaque bénévole",
    "une médiatrice interculturelle",
    "le parcours d'accueil",
    "la plateforme départementale",
    "un travailleur social référent",
    "l'association",
    "la commune d'accueil",
    "le comité de pilotage",
    "une formatrice diplômée",
    "l'atelier du mardi",
    "la cellule d'écoute",
    "le réseau des familles accueillantes",
    "un ancien bénéficiaire devenu tuteur",
];

/// What they do.
pub(crate) const VERBS: &[&str] = &[
    "accompagne",
    "prépare",
    "facilite",
    "organise",
    "met en œuvre",
    "favorise",
    "coordonne",
    "soutient",
    "évalue",
    "développe",
    "relie à l'échelle du territoire",
    "complète",
    "renforce",
    "fait connaître",
];

/// The same, to be done.
pub(crate) const INFINITIVES: &[&str] = &[
    "accompagner",
    "préparer",
    "faciliter",
    "soutenir",
    "renforcer",
    "rendre accessible",
    "développer",
    "sécuriser",
    "simplifier",
    "faire connaître",
];

/// What it is done to.
pub(crate) const OBJECTS: &[&str] = &[
    "l'accès à un logement autonome",
    "l'apprentissage du français à visée professionnelle",
    "les démarches administratives des familles",
    "la rencontre entre habitants et personnes réfugiées",
    "le repérage des troubles psychotraumatiques",
    "l'ouverture des droits à la santé",
    "des ateliers sociolinguistiques hebdomadaires",
    "un suivi individualisé pendant douze mois",
    "la découverte des métiers en tension",
    "l'équivalence des diplômes obtenus à l'étranger",
    "la mobilité en zone rurale",
    "un bail glissant signé avec le bailleur",
    "des sorties culturelles et sportives",
    "la garde des jeunes enfants pendant les cours",
    "le parrainage par des citoyens engagés",
    "l'interprétariat par téléphone",
];

/// How, where, when.
pub(crate) const COMPLEMENTS: &[&str] = &[
    "dès la sortie du centre d'hébergement",
    "à raison de deux séances par semaine",
    "avec l'appui des services de l'État",
    "dans les communes de moins de 5 000 habitants",
    "au plus près des lieux de vie",
    "en lien étroit avec les entreprises du bassin d'emploi",
    "grâce à des interprètes formés",
    "sans condition de niveau à l'entrée",
    "pendant la première année d'intégration",
    "à partir des besoins exprimés par les participants",
    "jusqu'à l'entrée dans un emploi durable",
    "en s'appuyant sur l'expérience des pairs",
    "autour d'un repas partagé chaque mois",
    "même pendant les congés d'été",
];

/// What people say.
pub(crate) const SAYINGS: &[&str] = &[
    "Ici, j'ai retrouvé confiance",
    "On ne s'intègre pas tout seul",
    "J'ai appris à dire ce dont j'avais besoin",
    "C'est d'abord une rencontre",
    "Mon voisin est devenu mon ami",
    "Le premier rendez-vous, c'était le plus dur",
];

/// Whom it is for.
pub(crate) const AUDIENCES: &[&str] = &[
    "jeunes de 18 à 25 ans",
    "familles",
    "femmes isolées",
    "personnes réinstallées",
    "étudiants",
    "bénéficiaires de la protection internationale",
    "habitants volontaires",
    "professionnels de l'accueil",
];

/// Kinds of pilots.
pub(crate) const PILOT_KINDS: &[&str] = &[
    "Association",
    "Fondation",
    "Centre",
    "Mission locale",
    "Groupement",
    "La Maison",
    "Collectif",
    "L'Atelier",
    "Œuvre",
    "Entraide",
    "Réseau",
    "Les Amis",
];

/// Names of pilots.
pub(crate) const PILOT_NAMES: &[&str] = &[
    "Élan",
    "Passerelle",
    "Horizon",
    "Accueil et Partage",
    "Traverse",
    "Éclaircie",
    "Jonction",
    "Ancrage",
    "Solstice",
    "Mosaïque",
    "Ulysse",
    "Primevère",
    "Cœur de ville",
    "Grand Large",
    "Trait d'union",
    "Hospitalité",
    "Pas à pas",
    "Nouveau Départ",
    "Carrefour",
    "Étape",
];

/// Towns.
pub(crate) const TOWNS: &[&str] = &[
    "Angers",
    "Aubervilliers",
    "Besançon",
    "Béziers",
    "Briançon",
    "Châlons-en-Champagne",
    "Clermont-Ferrand",
    "Évreux",
    "Grenoble",
    "La Roche-sur-Yon",
    "Le Havre",
    "Limoges",
    "Mâcon",
    "Nîmes",
    "Orléans",
    "Périgueux",
    "Saint-Étienne",
    "Sète",
    "Troyes",
    "Tulle",
    "Vénissieux",
];

/// Names of programmes.
pub(crate) const PROGRAMMES: &[&str] = &[
    "Programme",
    "Atelier",
    "Projet",
    "Parcours",
    "Dispositif",
    "Plateforme",
    "Café",
    "Passeport",
    "Tandem",
    "École",
];

/// What programmes are about.
pub(crate) const PROGRAMME_NAMES: &[&str] = &[
    "Coup de pouce",
    "« Un toit d'abord »",
    "Langue et métier",
    "Voisins solidaires",
    "Santé pour tous",
    "Mots partagés",
    "Cap vers l'emploi",
    "Terre d'accueil",
    "Duos",
    "Bien chez soi",
    "Clés en main",
    "Sport en commun",
    "À table !",
    "Premiers pas",
];

/// Partners.
pub(crate) const PARTNERS: &[&str] = &[
    "Ofii",
    "Ministère de l'Intérieur",
    "Pôle emploi",
    "Préfecture de région",
    "DDCS",
    "Caisse d'allocations familiales",
    "Conseil départemental",
    "Agence régionale de santé",
    "Union européenne (FAMI)",
    "Fondation de France",
    "Croix-Rouge française",
    "Secours populaire",
    "Université populaire",
    "Bailleurs sociaux du département",
    "Chambre des métiers et de l'artisanat",
    "Emmaüs",
];

/// Headings of groups of partners.
pub(crate) const PARTNER_GROUPS: &[&str] =
    &["Au niveau national", "Au niveau régional", "Au niveau local", "Partenaires financiers"];

/// First names.
pub(crate) const FIRST_NAMES: &[&str] = &[
    "Nadège",
    "Éloïse",
    "François",
    "Aïcha",
    "Benoît",
    "Zoé",
    "Mehdi",
    "Hélène",
    "Loïc",
    "Maëlle",
    "Jérôme",
    "Inès",
];

/// Last names.
pub(crate) const LAST_NAMES: &[&str] = &[
    "Letellier",
    "Lefèvre",
    "Garçon",
    "N'Diaye",
    "Müller",
    "Benali",
    "Duchêne",
    "Le Goff",
    "Rivière",
    "Cœuret",
    "Da Silva",
    "Marchand",
];

/// What contacts do.
pub(crate) const ROLES: &[&str] = &[
    "Responsable du programme",
    "Directrice",
    "Chargé de mission",
    "Coordinatrice du pôle intégration",
    "Chef de service éducatif",
];

/// What figures count.
pub(crate) const FIGURE_LABELS: &[&str] = &[
    "de sorties dynamiques",
    "personnes accompagnées",
    "foyers accueillants",
    "heures de cours par semaine",
    "logements captés",
    "communes partenaires",
];

/// Codes of regions.
pub(crate) const REGIONS: &[&str] =
    &["11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94", "04"];

/// Codes of departments.
pub(crate) const DEPARTMENTS: &[&str] = &[
    "01", "05", "06", "10", "13", "19", "2A", "2B", "31", "33", "34", "35", "37", "38", "42", "44", "45",
    "49", "51", "54", "59", "62", "63", "67", "69", "75", "76", "80", "83", "87", "92", "93", "94", "95",
    "971", "974",
];

/// Places abroad.
pub(crate) const ABROAD: &[&str] = &["Wallonie", "Sarre", "Catalogne", "Piémont"];
