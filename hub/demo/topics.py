"""What the invented bodies buy: kinds of digital goods and services, in varied words."""

from dataclasses import dataclass

LOCAL = "Local Government"
HEALTH = "Health"
CENTRAL = "Central Government"
POLICE = "Police"
FIRE = "Fire and Rescue"
SCHOOLS = "Education"


@dataclass(frozen=True, slots=True)
class Topic:
    """One kind of purchase: lot (1 IaaS to 4 specialist services), CPV class and its words."""

    name: str
    lot: int
    cpv: str
    cpv_name: str
    sectors: tuple[str, ...]
    items: tuple[str, ...]
    details: tuple[str, ...]
    story: str


SOFTWARE = ("48000000", "Software package and information systems")
CONSULTING = ("72220000", "Systems and technical consultancy services")
DOCUMENTS = ("48311000", "Document management software package")
STORAGE = ("72317000", "Data storage services")
SECURITY = ("48730000", "Security software package")
BACKUP = ("72910000", "Computer back-up services")
DATA = ("72322000", "Data management services")
MEDICAL = ("48180000", "Medical software package")
SITE = ("72413000", "World wide web (www) site design services")
DEVELOPMENT = ("72262000", "Software development services")
HELPDESK = ("72253000", "Helpdesk and support services")
STAFF = ("48450000", "Time accounting or human resources software package")
MAPS = ("38221000", "Geographic information systems (GIS or equivalent)")
SCHOOL = ("48190000", "Educational software package")
NETWORK = ("32412000", "Communications network")
TALK = ("48510000", "Communication software package")
AUDIT = ("72810000", "Computer audit services")

TOPICS: tuple[Topic, ...] = (
    Topic(
        "redaction",
        3,
        *DOCUMENTS,
        (LOCAL, CENTRAL, POLICE, HEALTH),
        (
            "Document redaction software",
            "Automatic redaction of personal data",
            "Redaction licences for disclosure teams",
            "PDF redaction and disclosure tool",
        ),
        (
            "freedom of information responses",
            "subject access requests",
            "planning files",
            "audio and video evidence",
        ),
        "Find and remove personal data from documents before they are released.",
    ),
    Topic(
        "revenues",
        3,
        *SOFTWARE,
        (LOCAL,),
        (
            "Council tax and benefits system",
            "Revenues and benefits software",
            "Business rates module",
            "Benefit claim e-forms",
        ),
        ("annual support", "year end upgrade", "online claims", "hosted service"),
        "Bill and collect council tax and business rates and assess benefit claims.",
    ),
    Topic(
        "planning",
        3,
        *SOFTWARE,
        (LOCAL,),
        (
            "Planning and building control system",
            "Planning application portal",
            "Building control back office",
            "Local land charges search service",
        ),
        ("public access module", "digital plans", "consultation letters", "hosted service"),
        "Receive, consult on and decide planning and building control applications.",
    ),
    Topic(
        "waste",
        3,
        *SOFTWARE,
        (LOCAL,),
        (
            "Waste collection round planning",
            "Street scene and waste management software",
            "In-cab devices for refuse rounds",
            "Missed bin reporting",
        ),
        ("garden waste subscriptions", "route optimisation", "crew tablets", "depot licences"),
        "Plan rounds, report missed bins and sell garden waste subscriptions.",
    ),
    Topic(
        "contact",
        3,
        *TALK,
        (LOCAL, CENTRAL, HEALTH, POLICE),
        (
            "Cloud contact centre",
            "Telephony and call recording",
            "Webchat for customer services",
            "Interactive voice response service",
        ),
        ("agent seats", "call queue reporting", "payment line masking", "out of hours service"),
        "Answer calls, chats and messages from the public in one place.",
    ),
    Topic(
        "hosting",
        1,
        *STORAGE,
        (CENTRAL, LOCAL, HEALTH, POLICE, SCHOOLS, FIRE),
        (
            "Virtual server hosting",
            "Cloud compute on demand",
            "Virtual data centre",
            "Managed private cloud hosting",
        ),
        ("production environment", "test environment", "monthly usage", "official tier"),
        "Run virtual servers in the cloud, paid for by use.",
    ),
    Topic(
        "storage",
        1,
        *STORAGE,
        (CENTRAL, LOCAL, HEALTH, SCHOOLS),
        (
            "Object storage",
            "Cloud archive storage",
            "File storage as a service",
            "Image archive storage",
        ),
        ("terabyte months", "long term retention", "second region copy", "retrieval charges"),
        "Keep files and archives in the cloud for as long as they must be kept.",
    ),
    Topic(
        "backup",
        1,
        *BACKUP,
        (CENTRAL, LOCAL, HEALTH, SCHOOLS, FIRE),
        (
            "Cloud backup",
            "Disaster recovery as a service",
            "Server backup and restore",
            "Offsite backup vault",
        ),
        ("daily snapshots", "recovery test", "mailbox backup", "ransomware protection"),
        "Back up servers and mailboxes offsite and prove that they can be restored.",
    ),
    Topic(
        "platform",
        2,
        *DEVELOPMENT,
        (CENTRAL, LOCAL, HEALTH),
        (
            "Application platform as a service",
            "Managed container platform",
            "Managed database platform",
            "Low code application platform",
        ),
        ("developer seats", "production cluster", "integration connectors", "annual platform fee"),
        "Deploy and run our own applications without looking after servers.",
    ),
    Topic(
        "integration",
        2,
        *DATA,
        (CENTRAL, LOCAL, HEALTH, POLICE),
        (
            "Integration platform",
            "API management gateway",
            "Message exchange service",
            "Data pipeline platform",
        ),
        ("connector pack", "interface design", "throughput tier", "sandbox"),
        "Move data between back office systems through managed interfaces.",
    ),
    Topic(
        "mail",
        3,
        *SECURITY,
        (CENTRAL, LOCAL, HEALTH, POLICE, FIRE, SCHOOLS),
        (
            "Email filtering service",
            "Anti virus and anti spam service",
            "Secure email gateway",
            "Phishing protection",
        ),
        ("mailboxes", "encryption add-on", "quarantine reports", "web filtering"),
        "Keep spam, viruses and phishing out of staff mailboxes.",
    ),
    Topic(
        "identity",
        3,
        *SECURITY,
        (CENTRAL, LOCAL, HEALTH, POLICE),
        (
            "Identity and access management",
            "Single sign-on service",
            "Multi factor authentication tokens",
            "Privileged access vault",
        ),
        ("named users", "self service reset", "joiners and leavers feed", "smartcards"),
        "Let staff sign in once, safely, and stop access on the day they leave.",
    ),
    Topic(
        "website",
        3,
        *SITE,
        (LOCAL, CENTRAL, HEALTH, SCHOOLS),
        (
            "Web content management system",
            "Council website platform",
            "Website forms builder",
            "Website search service",
        ),
        ("accessibility checks", "editor licences", "intranet", "directory module"),
        "Publish clear, accessible pages and forms for the public.",
    ),
    Topic(
        "casework",
        3,
        *SOFTWARE,
        (CENTRAL, LOCAL, POLICE),
        (
            "Case management system",
            "Complaints handling software",
            "Casework and correspondence",
            "Licensing and enforcement casework",
        ),
        ("caseworker licences", "workflow design", "ministerial letters", "ombudsman reports"),
        "Record cases, follow deadlines and write replies.",
    ),
    Topic(
        "payroll",
        3,
        *STAFF,
        (LOCAL, CENTRAL, HEALTH, SCHOOLS, FIRE),
        (
            "HR and payroll service",
            "Payslip portal",
            "Recruitment and onboarding system",
            "Absence management module",
        ),
        ("employee records", "pension interface", "year end returns", "manager self service"),
        "Pay staff and keep their records, from application to leaving.",
    ),
    Topic(
        "rostering",
        3,
        *STAFF,
        (HEALTH, POLICE, FIRE),
        (
            "Staff rostering system",
            "Shift planning software",
            "Bank staff booking",
            "Duty management system",
        ),
        ("ward rosters", "station rosters", "overtime approval", "mobile app"),
        "Plan shifts fairly and fill gaps with bank staff.",
    ),
    Topic(
        "patients",
        3,
        *MEDICAL,
        (HEALTH,),
        (
            "Patient appointment reminders",
            "Outpatient booking system",
            "Patient portal",
            "Virtual consultation service",
        ),
        ("text message reminders", "clinic letters", "waiting list validation", "video clinics"),
        "Book, remind and see patients with fewer missed appointments.",
    ),
    Topic(
        "clinical",
        3,
        *MEDICAL,
        (HEALTH,),
        (
            "Electronic prescribing system",
            "Pathology results viewer",
            "Clinical document scanning",
            "Observation charts on tablets",
        ),
        ("ward licences", "interface to records", "clinical safety case", "training places"),
        "Give clinicians results, charts and prescriptions on the ward.",
    ),
    Topic(
        "care",
        3,
        *SOFTWARE,
        (LOCAL, HEALTH),
        (
            "Social care case records",
            "Adult care finance module",
            "Care provider portal",
            "Children's services case system",
        ),
        ("practitioner licences", "statutory returns", "direct payments", "data migration"),
        "Record assessments, care plans and payments for adults and children.",
    ),
    Topic(
        "maps",
        3,
        *MAPS,
        (LOCAL, CENTRAL, POLICE, FIRE),
        (
            "Web mapping service",
            "Geographic information system",
            "Address gazetteer software",
            "Hydrant and risk site mapping",
        ),
        ("desktop licences", "asset layers", "public map portal", "mobile survey app"),
        "Show assets, addresses and risks on maps for staff and public.",
    ),
    Topic(
        "learning",
        3,
        *SCHOOL,
        (SCHOOLS, HEALTH, LOCAL),
        (
            "Learning management system",
            "Online course library",
            "Virtual learning environment",
            "Mandatory training e-learning",
        ),
        ("learner accounts", "course authoring", "attendance records", "exam module"),
        "Teach and train online and record who has passed.",
    ),
    Topic(
        "library",
        3,
        "48161000",
        "Library management system",
        (LOCAL, SCHOOLS),
        (
            "Library management system",
            "Self service lending kiosks",
            "E-book lending service",
            "Archive catalogue",
        ),
        ("branch licences", "reader app", "catalogue records", "stock reports"),
        "Lend books, e-books and archives in branches and online.",
    ),
    Topic(
        "evidence",
        3,
        *DATA,
        (POLICE,),
        (
            "Digital evidence management",
            "Body worn video storage",
            "Interview recording system",
            "Crime analysis software",
        ),
        ("officer licences", "case file sharing", "camera docking", "disclosure export"),
        "Store and share digital evidence from scene to court.",
    ),
    Topic(
        "mobilising",
        3,
        *TALK,
        (FIRE, POLICE),
        (
            "Command and control system",
            "Mobilising software",
            "Incident ground tablets",
            "Station alerting service",
        ),
        ("control room seats", "vehicle terminals", "standby site", "annual support"),
        "Take emergency calls and send the right crews.",
    ),
    Topic(
        "network",
        1,
        *NETWORK,
        (LOCAL, HEALTH, SCHOOLS, FIRE, POLICE),
        (
            "Managed wide area network",
            "Wireless network as a service",
            "Internet connection",
            "Network monitoring service",
        ),
        ("branch sites", "guest wifi", "firewall management", "resilient link"),
        "Connect offices, schools and sites reliably and safely.",
    ),
    Topic(
        "delivery",
        4,
        *DEVELOPMENT,
        (CENTRAL, HEALTH, LOCAL),
        (
            "Agile delivery team",
            "Software developers for a beta service",
            "Delivery manager and developers",
            "Digital service build",
        ),
        ("alpha phase", "beta phase", "two sprints", "live support"),
        "Design, build and run a digital service with a mixed team.",
    ),
    Topic(
        "research",
        4,
        *CONSULTING,
        (CENTRAL, LOCAL, HEALTH),
        (
            "User research and service design",
            "Discovery of user needs",
            "Accessibility audit",
            "Content design",
        ),
        (
            "discovery phase",
            "interviews with residents",
            "usability lab days",
            "assessment support",
        ),
        "Learn what users need and design the service around it.",
    ),
    Topic(
        "testing",
        4,
        *AUDIT,
        (CENTRAL, LOCAL, HEALTH, POLICE, FIRE),
        (
            "Penetration testing",
            "IT health check",
            "Cyber security assessment",
            "Security architecture review",
        ),
        (
            "external and internal scope",
            "retest",
            "cloud configuration review",
            "red team exercise",
        ),
        "Test our systems for weaknesses and say how to mend them.",
    ),
    Topic(
        "migration",
        4,
        *CONSULTING,
        (CENTRAL, LOCAL, HEALTH, SCHOOLS),
        (
            "Cloud migration consultancy",
            "Mailbox migration",
            "Data centre exit planning",
            "Cloud strategy and business case",
        ),
        ("consultant days", "wave two", "readiness report", "knowledge transfer"),
        "Plan and carry out the move of our systems into the cloud.",
    ),
    Topic(
        "analytics",
        4,
        *DATA,
        (CENTRAL, LOCAL, HEALTH, POLICE),
        (
            "Data analytics and dashboards",
            "Performance reporting build",
            "Data science support",
            "Data warehouse design",
        ),
        ("analyst days", "demand forecast", "data quality review", "dashboard set"),
        "Turn the data that we hold into dashboards and forecasts.",
    ),
    Topic(
        "servicedesk",
        4,
        *HELPDESK,
        (CENTRAL, LOCAL, HEALTH, SCHOOLS, FIRE),
        (
            "IT service desk",
            "Desktop support service",
            "Second line technical support",
            "Service desk tool set-up",
        ),
        ("out of hours cover", "engineer days", "asset records", "transition"),
        "Help staff when their computers fail, at any hour.",
    ),
    Topic(
        "programme",
        4,
        *CONSULTING,
        (CENTRAL, HEALTH, LOCAL, POLICE),
        (
            "Programme management",
            "Business analyst",
            "Enterprise architect",
            "Project management office support",
        ),
        ("contract days", "phase two", "benefits plan", "supplier transition"),
        "Lead and support digital programmes with experienced people.",
    ),
)
