"""The names that job seekers type lead to the occupations they mean, as decided here from the survey's titles."""

import re

import pytest

from mobcalc.errors import InputError
from mobcalc.store.codes import occupation_of, occupations, singular
from mobcalc.store.occupation_lookup import occupations_found
from tests.store.published import table, the_occupation, wages

ONE = {
    "11-3021 Computer and Information Systems Managers": "it manager, it director",
    "11-3121 Human Resources Managers": "hr manager, hr director, human resources director",
    "11-9013 Farmers, Ranchers, and Other Agricultural Managers": "farmer, rancher",
    "11-9021 Construction Managers": (
        "construction manager, construction superintendent, construction project manager, general contractor"
    ),
    "11-9032 Education Administrators, Kindergarten through Secondary": "principal, school principal, vice principal",
    "11-9051 Food Service Managers": "restaurant manager, kitchen manager, food service manager",
    "11-9081 Lodging Managers": "hotel manager",
    "11-9111 Medical and Health Services Managers": (
        "nursing home administrator, health services manager, healthcare administrator, healthcare "
        "administration, hospital administrator"
    ),
    "11-9141 Property, Real Estate, and Community Association Managers": "property manager, apartment manager",
    "13-1020 Buyers and Purchasing Agents": "purchasing agent, buyer",
    "13-1031 Claims Adjusters, Examiners, and Investigators": "claims adjuster, insurance adjuster",
    "13-1051 Cost Estimators": "estimator, construction estimator",
    "13-1071 Human Resources Specialists": "hr specialist, hr generalist, recruiter",
    "13-1082 Project Management Specialists": "project manager",
    "13-1111 Management Analysts": "business analyst, management consultant",
    "13-1121 Meeting, Convention, and Event Planners": "event planner, wedding planner",
    "13-1161 Market Research Analysts and Marketing Specialists": (
        "market research analyst, marketing specialist, digital marketing, social media marketing"
    ),
    "13-2011 Accountants and Auditors": "accountant, cpa, auditor, staff accountant",
    "13-2051 Financial and Investment Analysts": "financial analyst",
    "13-2052 Personal Financial Advisors": "financial advisor, financial planner",
    "13-2072 Loan Officers": "loan officer, mortgage loan officer, mortgage loan originator",
    "13-2082 Tax Preparers": "tax preparer",
    "15-1212 Information Security Analysts": (
        "cybersecurity, cyber security, information security, cyber security analyst, cybersecurity analyst"
    ),
    "15-1231 Computer Network Support Specialists": "network technician, network support",
    "15-1232 Computer User Support Specialists": (
        "help desk, helpdesk, it support, desktop support, tech support, technical support, it technician, it "
        "specialist, computer technician, it help desk, computer support"
    ),
    "15-1244 Network and Computer Systems Administrators": (
        "network administrator, system administrator, sysadmin, systems administrator, network admin"
    ),
    "15-1252 Software Developers": (
        "software developer, software engineer, software development, app developer, software engineering"
    ),
    "15-1253 Software Quality Assurance Analysts and Testers": "qa tester, software tester, qa engineer",
    "15-1254 Web Developers": "web developer, web development",
    "15-1255 Web and Digital Interface Designers": "web designer, web design, ux designer",
    "15-2051 Data Scientists": "data scientist, data science, data analyst, data analytics",
    "17-1011 Architects, Except Landscape and Naval": "architect",
    "17-1022 Surveyors": "surveyor, land surveyor",
    "17-2051 Civil Engineers": "civil engineer, civil engineering",
    "17-2071 Electrical Engineers": "electrical engineer, electrical engineering",
    "17-2141 Mechanical Engineers": "mechanical engineer, mechanical engineering",
    "17-3023 Electrical and Electronic Engineering Technologists and Technicians": (
        "electronics tech, electronics technician, electrical technician"
    ),
    "17-3024 Electro-Mechanical and Mechatronics Technologists and Technicians": (
        "mechatronics, robotics tech, automation tech, robotics"
    ),
    "17-3031 Surveying and Mapping Technicians": "survey tech",
    "19-4092 Forensic Science Technicians": "forensic tech, forensic science",
    "21-1012 Educational, Guidance, and Career Counselors and Advisors": (
        "school counselor, guidance counselor, career counselor"
    ),
    "21-1018 Substance Abuse, Behavioral Disorder, and Mental Health Counselors": (
        "substance abuse counselor, addiction counselor, drug counselor, drug and alcohol counselor, mental "
        "health counselor"
    ),
    "21-1092 Probation Officers and Correctional Treatment Specialists": "probation officer, parole officer",
    "21-1093 Social and Human Service Assistants": (
        "social services assistant, human services, human services assistant"
    ),
    "21-1094 Community Health Workers": "community health worker",
    "21-2011 Clergy": "pastor, minister, priest",
    "23-1011 Lawyers": "lawyer, attorney",
    "23-2011 Paralegals and Legal Assistants": "paralegal, legal assistant",
    "25-2011 Preschool Teachers, Except Special Education": "preschool teacher, pre k teacher",
    "25-2012 Kindergarten Teachers, Except Special Education": "kindergarten teacher",
    "25-2021 Elementary School Teachers, Except Special Education": "elementary teacher, elementary school teacher",
    "25-2022 Middle School Teachers, Except Special and Career/Technical Education": "middle school teacher",
    "25-2031 Secondary School Teachers, Except Special and Career/Technical Education": "high school teacher",
    "25-3011 Adult Basic Education, Adult Secondary Education, and English as a Second Language Instructors": (
        "esl teacher, ged teacher"
    ),
    "25-3031 Substitute Teachers, Short-Term": "substitute teacher",
    "25-3041 Tutors": "tutor",
    "25-4022 Librarians and Media Collections Specialists": "librarian",
    "25-9045 Teaching Assistants, Except Postsecondary": (
        "teacher aide, teachers aide, teaching assistant, teacher assistant, paraeducator, paraprofessional, "
        "instructional aide, classroom aide, special education aide"
    ),
    "27-1023 Floral Designers": "florist",
    "27-1024 Graphic Designers": "graphic designer, graphic design, graphic artist",
    "27-1025 Interior Designers": "interior designer, interior design",
    "27-2022 Coaches and Scouts": "coach",
    "27-3091 Interpreters and Translators": "interpreter, translator",
    "27-4021 Photographers": "photographer, photography",
    "29-1021 Dentists, General": "dentist",
    "29-1031 Dietitians and Nutritionists": "dietitian, nutritionist",
    "29-1051 Pharmacists": "pharmacist",
    "29-1071 Physician Assistants": "physician assistant, pa",
    "29-1122 Occupational Therapists": "occupational therapist",
    "29-1123 Physical Therapists": "physical therapist",
    "29-1126 Respiratory Therapists": "respiratory therapist, respiratory therapy",
    "29-1127 Speech-Language Pathologists": "speech therapist, speech pathologist, speech language pathologist",
    "29-1131 Veterinarians": "veterinarian",
    "29-1141 Registered Nurses": "rn, registered nurse, rn program, school nurse, travel nurse, er nurse, rns",
    "29-1151 Nurse Anesthetists": "crna, nurse anesthetist",
    "29-1161 Nurse Midwives": "midwife, nurse midwife",
    "29-1171 Nurse Practitioners": "nurse practitioner",
    "29-1292 Dental Hygienists": "dental hygienist, dental hygiene, hygienist",
    "29-2010 Clinical Laboratory Technologists and Technicians": (
        "medical lab tech, medical laboratory technician, mlt, clinical laboratory technician"
    ),
    "29-2031 Cardiovascular Technologists and Technicians": "ekg tech, cardiovascular tech, ekg technician",
    "29-2032 Diagnostic Medical Sonographers": (
        "ultrasound tech, sonographer, ultrasound, sonography, diagnostic medical sonography"
    ),
    "29-2034 Radiologic Technologists and Technicians": (
        "x-ray tech, xray tech, rad tech, radiology tech, radiographer, radiologic technologist, x-ray "
        "technician, radiography, x-ray"
    ),
    "29-2035 Magnetic Resonance Imaging Technologists": "mri tech, mri technologist",
    "29-2042 Emergency Medical Technicians": "emt, emergency medical technician, emts",
    "29-2043 Paramedics": "paramedic",
    "29-2052 Pharmacy Technicians": "pharmacy tech, pharmacy technician, pharm tech, cpht",
    "29-2053 Psychiatric Technicians": "psych tech, behavior tech, rbt, registered behavior technician",
    "29-2055 Surgical Technologists": (
        "surgical tech, scrub tech, surgical technologist, surgical technician, or tech, operating room tech"
    ),
    "29-2056 Veterinary Technologists and Technicians": "vet tech, veterinary technician",
    "29-2057 Ophthalmic Medical Technicians": "ophthalmic tech, ophthalmic assistant",
    "29-2061 Licensed Practical and Licensed Vocational Nurses": (
        "lpn, lvn, practical nurse, licensed practical nurse, licensed vocational nurse, practical nursing, lpns"
    ),
    "29-2072 Medical Records Specialists": "medical coder, medical coding, medical records, medical records technician",
    "29-2081 Opticians, Dispensing": "optician",
    "31-1120 Home Health and Personal Care Aides": (
        "home health aide, home health, hha, caregiver, personal care aide, personal care assistant, pca, home "
        "care aide, home care, home care worker, elder care, direct support professional, dsp, home health aid, "
        "companion, care worker"
    ),
    "31-1131 Nursing Assistants": (
        "cna, nurse aide, nurse assistant, nursing assistant, nursing aide, certified nursing assistant, "
        "certified nurse assistant, certified nurse aide, patient care tech, patient care assistant, pct, cnas, "
        "stna"
    ),
    "31-2011 Occupational Therapy Assistants": "cota, occupational therapy assistant, occupational therapist assistant",
    "31-2021 Physical Therapist Assistants": "pta, physical therapist assistant, physical therapy assistant",
    "31-2022 Physical Therapist Aides": "physical therapy aide",
    "31-9011 Massage Therapists": "massage therapist, massage, massage therapy, lmt",
    "31-9091 Dental Assistants": "dental assistant, dental assisting",
    "31-9092 Medical Assistants": "medical assistant, medical assisting, ma, cma, certified medical assistant",
    "31-9093 Medical Equipment Preparers": "sterile processing, sterile processing technician, sterile processing tech",
    "31-9094 Medical Transcriptionists": "medical transcription, medical transcriptionist, medical scribe",
    "31-9096 Veterinary Assistants and Laboratory Animal Caretakers": "vet assistant, veterinary assistant",
    "31-9097 Phlebotomists": "phlebotomist, phlebotomy, phlebotomy tech, phlebotomy training",
    "33-2011 Firefighters": "firefighter, fireman, fire fighter, firefighting",
    "33-3012 Correctional Officers and Jailers": (
        "correctional officer, corrections officer, prison guard, corrections, jailer"
    ),
    "33-3021 Detectives and Criminal Investigators": "police detective, criminal investigator, fbi agent",
    "33-3051 Police and Sheriff's Patrol Officers": (
        "police officer, police, cop, sheriff, sheriffs deputy, deputy sheriff, state trooper"
    ),
    "33-9021 Private Detectives and Investigators": "private investigator",
    "33-9032 Security Guards": "security guard, security officer, security agent, guard, bouncer",
    "33-9092 Lifeguards, Ski Patrol, and Other Recreational Protective Service Workers": "lifeguard",
    "33-9093 Transportation Security Screeners": "tsa, tsa agent",
    "35-1011 Chefs and Head Cooks": "chef, head chef, sous chef, executive chef",
    "35-2011 Cooks, Fast Food": "fast food cook, fry cook",
    "35-2012 Cooks, Institution and Cafeteria": "school cook, cafeteria cook",
    "35-2014 Cooks, Restaurant": "line cook, restaurant cook, grill cook",
    "35-2021 Food Preparation Workers": "food prep, food preparation",
    "35-3011 Bartenders": "bartender, bartending",
    "35-3023 Fast Food and Counter Workers": "barista, fast food worker, crew member",
    "35-3031 Waiters and Waitresses": "waitress, waiter, server, restaurant server",
    "35-9011 Dining Room and Cafeteria Attendants and Bartender Helpers": "busser, busboy",
    "35-9021 Dishwashers": "dishwasher",
    "35-9031 Hosts and Hostesses, Restaurant, Lounge, and Coffee Shop": "host, hostess",
    "37-2011 Janitors and Cleaners, Except Maids and Housekeeping Cleaners": (
        "janitor, custodian, janitorial, school custodian"
    ),
    "37-2012 Maids and Housekeeping Cleaners": (
        "housekeeper, housekeeping, maid, house cleaner, house cleaning, room attendant"
    ),
    "37-2021 Pest Control Workers": "exterminator, pest control, pest control technician",
    "37-3011 Landscaping and Groundskeeping Workers": "landscaper, landscaping, lawn care, groundskeeper, gardener",
    "37-3013 Tree Trimmers and Pruners": "arborist, tree trimmer",
    "39-2011 Animal Trainers": "dog trainer",
    "39-2021 Animal Caretakers": "dog groomer, pet groomer, dog grooming, dog walker, zookeeper",
    "39-4031 Morticians, Undertakers, and Funeral Arrangers": "funeral director, mortician",
    "39-5011 Barbers": "barber, barbering",
    "39-5012 Hairdressers, Hairstylists, and Cosmetologists": (
        "hair stylist, hairstylist, hairdresser, cosmetologist, cosmetology, cosmetology school, beautician, hair"
    ),
    "39-5091 Makeup Artists, Theatrical and Performance": "makeup artist",
    "39-5092 Manicurists and Pedicurists": "nail tech, nail technician, manicurist",
    "39-5094 Skincare Specialists": "esthetician, aesthetician, skin care, skincare",
    "39-9011 Childcare Workers": (
        "daycare worker, childcare worker, child care worker, childcare, child care, daycare, day care, nanny, "
        "babysitter, child care provider, childcare provider, daycare provider"
    ),
    "39-9031 Exercise Trainers and Group Fitness Instructors": (
        "personal trainer, fitness trainer, fitness instructor, yoga instructor"
    ),
    "39-9032 Recreation Workers": "camp counselor, recreation worker, activities director",
    "41-1011 First-Line Supervisors of Retail Sales Workers": "store manager, retail manager, retail supervisor",
    "41-2011 Cashiers": "cashier",
    "41-2031 Retail Salespersons": (
        "sales associate, retail sales, retail associate, car salesman, retail worker, car sales"
    ),
    "41-3021 Insurance Sales Agents": "insurance agent, insurance sales",
    "41-3031 Securities, Commodities, and Financial Services Sales Agents": "stockbroker",
    "41-3041 Travel Agents": "travel agent",
    "41-9022 Real Estate Sales Agents": "real estate agent, realtor",
    "41-9041 Telemarketers": "telemarketer, telemarketing",
    "43-3011 Bill and Account Collectors": "debt collector, bill collector, collections",
    "43-3021 Billing and Posting Clerks": "medical billing, medical biller, billing, billing clerk",
    "43-3031 Bookkeeping, Accounting, and Auditing Clerks": (
        "bookkeeper, bookkeeping, accounting clerk, accounts payable, accounts receivable, account clerk"
    ),
    "43-3051 Payroll and Timekeeping Clerks": "payroll clerk, payroll",
    "43-3071 Tellers": "bank teller, teller",
    "43-4051 Customer Service Representatives": (
        "customer service, customer service representative, customer service rep, call center, call center agent, "
        "call center representative, csr, customer support"
    ),
    "43-4081 Hotel, Motel, and Resort Desk Clerks": "hotel front desk, hotel clerk, front desk agent",
    "43-4161 Human Resources Assistants, Except Payroll and Timekeeping": "hr assistant",
    "43-4171 Receptionists and Information Clerks": "receptionist, front desk receptionist",
    "43-5021 Couriers and Messengers": "courier, messenger",
    "43-5031 Public Safety Telecommunicators": "911 dispatcher, 911 operator, police dispatcher",
    "43-5052 Postal Service Mail Carriers": "mail carrier, mailman, letter carrier, postman",
    "43-5071 Shipping, Receiving, and Inventory Clerks": "shipping and receiving, shipping clerk, inventory clerk",
    "43-6011 Executive Secretaries and Executive Administrative Assistants": "executive assistant, executive secretary",
    "43-6012 Legal Secretaries and Administrative Assistants": "legal secretary",
    "43-6013 Medical Secretaries and Administrative Assistants": "medical secretary, medical receptionist, unit clerk",
    "43-6014 Secretaries and Administrative Assistants, Except Legal, Medical, and Executive": (
        "secretary, admin assistant, administrative assistant, school secretary"
    ),
    "43-9021 Data Entry Keyers": "data entry, data entry clerk",
    "43-9061 Office Clerks, General": "office clerk, office assistant, clerical assistant",
    "47-1011 First-Line Supervisors of Construction Trades and Extraction Workers": (
        "foreman, construction foreman, construction supervisor"
    ),
    "47-2011 Boilermakers": "boilermaker",
    "47-2021 Brickmasons and Blockmasons": "bricklayer, bricklaying, brick mason, brickmason",
    "47-2022 Stonemasons": "stonemason, stone mason",
    "47-2031 Carpenters": "carpenter, carpentry, framer",
    "47-2041 Carpet Installers": "carpet installer, carpet layer",
    "47-2044 Tile and Stone Setters": "tile setter, tiler, tile installer",
    "47-2051 Cement Masons and Concrete Finishers": "cement mason, concrete finisher, concrete, cement finisher",
    "47-2061 Construction Laborers": "construction laborer, construction worker, construction labor",
    "47-2072 Pile Driver Operators": "pile driver",
    "47-2073 Operating Engineers and Other Construction Equipment Operators": (
        "heavy equipment operator, operating engineer, heavy equipment, equipment operator, excavator operator, "
        "backhoe operator, bulldozer operator"
    ),
    "47-2081 Drywall and Ceiling Tile Installers": "drywaller, drywall, drywall installer, drywall hanger",
    "47-2111 Electricians": (
        "electrician, journeyman electrician, electrician apprentice, electrician school, industrial electrician, "
        "inside wireman, electrical apprentice, electrical apprenticeship, wireman, electrical work, electrical "
        "worker"
    ),
    "47-2121 Glaziers": "glazier",
    "47-2141 Painters, Construction and Maintenance": "painter, house painter, painting",
    "47-2152 Plumbers, Pipefitters, and Steamfitters": (
        "plumber, plumbing, plumbing apprentice, pipefitter, pipe fitter, steamfitter, sprinkler fitter, pipefitting"
    ),
    "47-2171 Reinforcing Iron and Rebar Workers": "rebar worker",
    "47-2181 Roofers": "roofer, roofing",
    "47-2211 Sheet Metal Workers": "sheet metal, sheet metal worker",
    "47-2221 Structural Iron and Steel Workers": "ironworker, iron worker, structural iron",
    "47-2231 Solar Photovoltaic Installers": (
        "solar installer, solar tech, solar, solar panel installer, photovoltaic, solar technician"
    ),
    "47-3011 Helpers--Brickmasons, Blockmasons, Stonemasons, and Tile and Marble Setters": (
        "mason helper, bricklayer helper"
    ),
    "47-3013 Helpers--Electricians": "electrician helper, electricians helper",
    "47-3015 Helpers--Pipelayers, Plumbers, Pipefitters, and Steamfitters": "plumber helper, plumbers helper",
    "47-4011 Construction and Building Inspectors": "building inspector, home inspector",
    "47-4021 Elevator and Escalator Installers and Repairers": (
        "elevator mechanic, elevator constructor, elevator technician"
    ),
    "47-4031 Fence Erectors": "fence builder, fence installer",
    "47-5071 Roustabouts, Oil and Gas": "roustabout",
    "49-2021 Radio, Cellular, and Tower Equipment Installers and Repairers": "tower climber, cell tower technician",
    "49-2022 Telecommunications Equipment Installers and Repairers, Except Line Installers": (
        "telecommunications technician, telecom tech"
    ),
    "49-2091 Avionics Technicians": "avionics tech, avionics",
    "49-2098 Security and Fire Alarm Systems Installers": "alarm installer, alarm technician",
    "49-3011 Aircraft Mechanics and Service Technicians": (
        "aircraft mechanic, a&p mechanic, airplane mechanic, aviation mechanic, aircraft maintenance, aviation "
        "maintenance"
    ),
    "49-3021 Automotive Body and Related Repairers": (
        "auto body, auto body repair, auto body technician, collision repair"
    ),
    "49-3023 Automotive Service Technicians and Mechanics": (
        "auto mechanic, auto tech, car mechanic, automotive technician, automotive mechanic, automotive, auto repair"
    ),
    "49-3031 Bus and Truck Mechanics and Diesel Engine Specialists": (
        "diesel mechanic, diesel tech, diesel technician, truck mechanic, bus mechanic, diesel"
    ),
    "49-3042 Mobile Heavy Equipment Mechanics, Except Engines": "heavy equipment mechanic, heavy equipment technician",
    "49-3051 Motorboat Mechanics and Service Technicians": "boat mechanic, marine mechanic",
    "49-3052 Motorcycle Mechanics": "motorcycle mechanic",
    "49-3053 Outdoor Power Equipment and Other Small Engine Mechanics": "small engine mechanic, small engine repair",
    "49-3093 Tire Repairers and Changers": "tire technician, tire changer",
    "49-9021 Heating, Air Conditioning, and Refrigeration Mechanics and Installers": (
        "hvac, hvac tech, hvac technician, hvac installer, hvac mechanic, hvacr, refrigeration mechanic, air "
        "conditioning, ac tech, heating and cooling, heating and air conditioning, refrigeration, hvac r, air "
        "conditioning technician"
    ),
    "49-9031 Home Appliance Repairers": "appliance repair, appliance tech",
    "49-9041 Industrial Machinery Mechanics": (
        "industrial maintenance, industrial mechanic, industrial maintenance technician"
    ),
    "49-9044 Millwrights": "millwright",
    "49-9051 Electrical Power-Line Installers and Repairers": (
        "lineman, lineworker, line worker, power lineman, electrical lineman, linesman, apprentice lineman, "
        "journeyman lineman, powerline technician"
    ),
    "49-9052 Telecommunications Line Installers and Repairers": (
        "cable installer, cable tech, cable guy, fiber optic tech"
    ),
    "49-9062 Medical Equipment Repairers": "biomedical equipment technician, biomed tech",
    "49-9071 Maintenance and Repair Workers, General": (
        "maintenance tech, maintenance worker, handyman, building maintenance, maintenance man, maintenance "
        "technician, apartment maintenance, facilities maintenance"
    ),
    "49-9081 Wind Turbine Service Technicians": "wind tech, wind turbine technician, wind turbine tech",
    "49-9094 Locksmiths and Safe Repairers": "locksmith",
    "51-2090 Miscellaneous Assemblers and Fabricators": "assembly line, assembly line worker, production line worker",
    "51-3011 Bakers": "baker, baking, cake decorator",
    "51-3021 Butchers and Meat Cutters": "butcher, meat cutter",
    "51-4041 Machinists": "machinist, machining",
    "51-4111 Tool and Die Makers": "tool and die maker, tool and die",
    "51-4121 Welders, Cutters, Solderers, and Brazers": (
        "welder, welding, welding school, welder apprentice, welding certificate, pipe welder, mig welder, tig "
        "welder, welder fabricator, welding technology"
    ),
    "51-5112 Printing Press Operators": "printing press operator",
    "51-6011 Laundry and Dry-Cleaning Workers": "laundry, laundry worker, dry cleaner, laundry attendant",
    "51-6031 Sewing Machine Operators": "sewing machine operator, sewing",
    "51-6052 Tailors, Dressmakers, and Custom Sewers": "tailor, seamstress, dressmaker",
    "51-7011 Cabinetmakers and Bench Carpenters": "cabinetmaker, cabinet maker",
    "51-8021 Stationary Engineers and Boiler Operators": "boiler operator, stationary engineer",
    "51-8031 Water and Wastewater Treatment Plant and System Operators": (
        "wastewater operator, water operator, water treatment, wastewater treatment, water treatment operator"
    ),
    "51-9061 Inspectors, Testers, Sorters, Samplers, and Weighers": (
        "quality inspector, quality control, quality control inspector, qc inspector"
    ),
    "51-9081 Dental Laboratory Technicians": "dental lab tech, dental laboratory technician",
    "51-9124 Coating, Painting, and Spraying Machine Setters, Operators, and Tenders": (
        "auto painter, car painter, powder coater"
    ),
    "51-9161 Computer Numerically Controlled Tool Operators": (
        "cnc, cnc operator, cnc machinist, cnc machine operator, cnc machining"
    ),
    "51-9162 Computer Numerically Controlled Tool Programmers": "cnc programmer, cnc programming",
    "53-2021 Air Traffic Controllers": "air traffic controller, air traffic control",
    "53-2031 Flight Attendants": "flight attendant, stewardess",
    "53-3031 Driver/Sales Workers": "pizza delivery, pizza delivery driver, route driver, food delivery driver",
    "53-3032 Heavy and Tractor-Trailer Truck Drivers": (
        "truck driver, trucker, trucking, cdl, cdl driver, cdl a, class a cdl, class a driver, truck driving, "
        "semi driver, semi truck driver, semi truck, otr truck driver, otr driver, commercial truck driver, tow "
        "truck driver, dump truck driver, tractor trailer driver, long haul truck driver, cdl truck driver, "
        "commercial driver, cdl class a, cdl training, cdl license, truck driving school"
    ),
    "53-3033 Light Truck Drivers": (
        "delivery driver, amazon driver, amazon delivery driver, package delivery driver, ups driver, fedex "
        "driver, box truck driver"
    ),
    "53-3051 Bus Drivers, School": "school bus driver, school bus",
    "53-3052 Bus Drivers, Transit and Intercity": "city bus driver, transit bus driver",
    "53-3053 Shuttle Drivers and Chauffeurs": "shuttle driver, chauffeur, limo driver",
    "53-3054 Taxi Drivers": "taxi driver, cab driver, uber driver, lyft driver, rideshare driver, uber",
    "53-4011 Locomotive Engineers": "train engineer, locomotive engineer, train driver",
    "53-4031 Railroad Conductors and Yardmasters": "train conductor",
    "53-5011 Sailors and Marine Oilers": "sailor, deckhand",
    "53-6021 Parking Attendants": "valet, parking attendant",
    "53-6031 Automotive and Watercraft Service Attendants": "gas station attendant",
    "53-7021 Crane and Tower Operators": "crane operator",
    "53-7051 Industrial Truck and Tractor Operators": "forklift, forklift operator, forklift driver",
    "53-7061 Cleaners of Vehicles and Equipment": "car wash, car detailer, auto detailer, auto detailing",
    "53-7062 Laborers and Freight, Stock, and Material Movers, Hand": (
        "package handler, material handler, mover, freight handler, dock worker, loader, longshoreman"
    ),
    "53-7064 Packers and Packagers, Hand": "packer, packager",
    "53-7065 Stockers and Order Fillers": (
        "stocker, order picker, picker, stock clerk, shelf stocker, order filler, stocking"
    ),
    "53-7081 Refuse and Recyclable Material Collectors": (
        "garbage collector, garbage man, garbage truck driver, trash collector, sanitation worker"
    ),
}
"""Names that mean one occupation, by its code and title."""
SEVERAL = {
    "accounting": "13-2011 43-3031",
    "aide": "31-1120 31-1131 25-9045",
    "amazon": "53-7062 53-7065 53-3033",
    "analyst": "13-1161 13-1111 15-1211 13-2051 15-1212",
    "animal care": "39-2021 31-9096",
    "assembler, assembly": "51-2090 51-2028 51-2011 51-2031",
    "assistant": "43-6014 31-1131 25-9045 43-6013 31-9092 43-6011",
    "assistant manager": "35-1012 41-1011",
    "auto": "49-3023 41-2022 49-3021",
    "aviation": "49-3011 53-2011 53-2012 53-2021 49-2091",
    "banking, bank": "43-3071 13-2072 43-4131 43-4141",
    "beauty": "39-5012 39-5092 39-5094",
    "biologist": "19-1029 19-1022 19-1023",
    "broker": "41-3031 41-9021",
    "builder": "47-2061 47-2031 11-9021",
    "bus driver": "53-3051 53-3052",
    "cable technician, telecommunications": "49-2022 49-9052",
    "case manager": "21-1093 21-1021 21-1022 21-1023",
    "caseworker": "21-1093 21-1021",
    "cleaner": "37-2011 37-2012 53-7061",
    "cleaning": "37-2011 37-2012",
    "clerical": "43-9061 43-6014 43-4171 43-9021",
    "clerk": "43-9061 43-3031 43-4171 43-5071 43-3021 41-2021",
    "coder, coding": "15-1252 29-2072 15-1251",
    "computer operator": "15-1232 51-9161",
    "computer programming, programmer, programming": "15-1252 15-1251",
    "computer science": "15-1252 15-1211 15-2051 15-1251",
    "computers": "15-1252 15-1232 15-1211 15-1244 15-1212 15-1231",
    "conductor": "53-4031 27-2041",
    "construction": "47-2061 47-2111 47-2031 47-2073 47-2152 11-9021",
    "contractor": "47-1011 11-9021",
    "controller": "11-3031 53-2021",
    "cook": "35-2014 35-2011 35-2012 35-2015",
    "cooking": "35-2014 35-2011 35-2012 35-1011",
    "coordinator": "13-1082 25-9031 13-1121",
    "counselor": "21-1018 21-1012 21-1015 21-1013",
    "crime scene investigator, csi": "33-3021 19-4092",
    "criminal justice": "33-3051 33-3012 33-3021 21-1092",
    "culinary, culinary arts": "35-2014 51-3011 35-1011",
    "dental": "31-9091 29-1292 29-1021 51-9081",
    "dental tech": "31-9091 51-9081",
    "designer": "27-1024 27-1026 15-1255 27-1025 27-1023",
    "detective": "33-3021 33-9021",
    "developer": "15-1252 15-1254",
    "dietary aide": "35-2021 35-3041",
    "dispatcher": "43-5032 43-5031",
    "doctor": "29-1229 29-1215 29-1216 29-1221 29-1211 29-1214",
    "doordash": "53-3033 53-3031",
    "drafter, drafting, cad": "17-3011 17-3013 17-3012",
    "driver, driving": "53-3032 53-3033 53-3031 53-3051 53-3053 53-3052",
    "early childhood education, daycare teacher": "39-9011 25-2011",
    "electrical": "47-2111 17-2071 49-9051 17-3023",
    "engineer, engineering": "17-2051 17-2112 17-2141 17-2071 17-2072 17-2061",
    "engineering tech": "17-3023 17-3026 17-3022 17-3027",
    "fabricator": "51-2090 51-2041",
    "factory worker, factory, production worker, production": "51-2090 51-9111 51-9199 51-2028 51-9198",
    "farm worker, farmworker": "45-2092 45-2093 45-2091",
    "farming, agriculture, farm": "45-2092 45-2093 45-2091 11-9013",
    "fast food": "35-3023 35-2011",
    "finance": "13-2011 11-3031 13-2051 13-2072 13-2052",
    "fitness": "39-9032 39-9031",
    "fitter": "47-2152 51-2041",
    "flooring, flooring installer": "47-2044 47-2042 47-2041",
    "food service": "35-3023 35-3031 35-2014 35-1012 35-2021 35-9011",
    "forestry": "19-4071 45-4022 19-1032 45-4011",
    "front desk": "43-4171 43-4081",
    "handler": "53-7062 37-3012",
    "health information technician, health information technology": "29-2072 29-9021",
    "healthcare, health care, medical": "31-1120 29-1141 31-1131 31-9092 29-2061 29-2052",
    "hotel": "37-2012 43-4081 11-9081",
    "hr, human resources": "13-1071 11-3121 13-1141 43-4161",
    "inspector": "51-9061 47-4011 53-6051",
    "insulation": "47-2131 47-2132",
    "insurance": "41-3021 13-1031 43-9041 13-2053",
    "it, information technology": "15-1232 15-1244 15-1212 15-1231",
    "job coach": "21-1012 21-1015",
    "lab assistant, laboratory assistant, lab tech, laboratory technician": "29-2010 19-4021 19-4031",
    "laborer, labor, general laborer, general labor": "53-7062 47-2061",
    "law enforcement": "33-3051 33-3012 33-3021",
    "logger": "45-4022 45-4021",
    "logistics, supply chain": "43-5071 43-5061 13-1081 11-3071",
    "machine operator": "51-9111 51-4031 51-9161 51-9124 51-4072",
    "maintenance": "49-9071 49-9041 49-9043",
    "maintenance mechanic": "49-9071 49-9041",
    "manager, management": "11-1021 11-3031 11-3021 11-2022 11-9111 11-2021",
    "manufacturing": "51-2090 51-9061 49-9041 51-4121 51-9111 51-4041",
    "marketing": "13-1161 11-2021",
    "mason, masonry": "47-2051 47-2021 47-2022",
    "math teacher, english teacher, science teacher, history teacher, social studies teacher": "25-2031 25-2022",
    "chemistry teacher, physics teacher, biology teacher, computer teacher, spanish teacher": "25-2031 25-2022",
    "foreign language teacher, drama teacher": "25-2031 25-2022",
    "mechanic": "49-3023 49-9041 49-9021 49-3031 49-3042 49-3011",
    "medical billing and coding, medical coding and billing": "43-3021 29-2072",
    "medical office assistant": "43-6013 31-9092",
    "mental health": "21-1018 29-2053 21-1023 19-3033",
    "music teacher, art teacher": "25-2021 25-2031 25-2022 25-3021",
    "network engineer": "15-1244 15-1241",
    "nurse": "29-1141 31-1131 29-2061 29-1171",
    "nursing school, nursing program, nursing": "29-1141 31-1131 29-2061",
    "occupational therapy": "29-1122 31-2011 31-2012",
    "office, office work, office administration": "43-9061 43-6014 43-1011 43-4171",
    "office manager": "43-1011 11-3012",
    "oil field, oil rig worker": "47-5071 47-5013 47-5012 47-5011",
    "operator": "53-7051 47-2073 51-9111 51-4031 51-9161 51-9124",
    "pastry chef": "51-3011 35-1011",
    "pe teacher": "25-2021 25-2031 25-2022",
    "pharmacy": "29-2052 29-1051 31-9095",
    "physical therapy": "29-1123 31-2021 31-2022",
    "picker packer": "53-7065 53-7064",
    "pilot": "53-2011 53-2012",
    "porter": "37-2011 39-6011",
    "postal worker, post office, usps": "43-5052 43-5053 43-5051",
    "prep cook": "35-2014 35-2021",
    "preschool": "25-2011 11-9031 25-2051",
    "professor": "25-1071 25-1199 25-1194 25-1121 25-1011 25-1072",
    "psychologist": "19-3033 19-3034 19-3039",
    "quality assurance": "51-9061 15-1253",
    "radiology, medical imaging, imaging tech": "29-2034 29-2032 29-2035",
    "real estate": "11-9141 41-9022 13-2020 41-9021",
    "research assistant": "19-4021 19-4061",
    "researcher": "13-1161 19-1042 19-3022",
    "restaurant": "35-3023 35-3031 35-2014 35-1012 35-3011 35-9031",
    "retail": "41-2031 41-2011 53-7065 41-1011",
    "sales": "41-2031 41-3091 41-4012 11-2022 41-3031 41-3021",
    "sales rep, sales representative": "41-3091 41-4012 41-4011",
    "salesperson, salesman": "41-2031 41-3091 41-4012",
    "security": "33-9032 15-1212 49-2098 33-9093",
    "social worker, social work": "21-1021 21-1022 21-1023 21-1029",
    "special education teacher": "25-2052 25-2058 25-2057 25-2059 25-2051",
    "superintendent": "47-1011 11-9021 11-9032",
    "supervisor": "43-1011 35-1012 41-1011 47-1011 51-1011 53-1047",
    "teacher, teaching, educator": "25-2021 25-2031 25-2022 25-2011 25-2052 25-2012",
    "tech": "15-1252 15-1232 15-1244 15-1212 15-1231",
    "technician": "49-3023 29-2052 29-2010 29-2034 29-2042 29-2053",
    "therapist": "21-1018 29-1123 29-1127 29-1122 29-1126 21-1013",
    "therapy aide": "31-2022 31-2012",
    "trades, skilled trades": "49-9071 47-2111 49-3023 47-2031 47-2152 51-4121",
    "truck": "53-3032 53-3033 49-3031",
    "vet": "29-2056 31-9096 29-1131",
    "warehouse": "53-7062 53-7065 43-5071 53-7051 53-7064",
    "warehouse worker, warehouse associate, amazon warehouse": "53-7062 53-7065",
    "woodworker, woodworking": "51-7011 51-7042 51-7041",
}
"""Names that are asked back, and the codes of what they may mean, the most common first."""
ALIASES = table("occupation_aliases")


def split(names):
    return names.split(", ")


MEANT = {name: occupation[:7] for occupation, names in ONE.items() for name in split(names)}
MAY_MEAN = {name: codes.split() for names, codes in SEVERAL.items() for name in split(names)}


def hint(text):
    """What is said to a name that is refused."""
    with pytest.raises(InputError) as refused:
        occupation_of(text, "--occupation")
    (problem,) = refused.value.problems
    return problem.hint


def candidates(text):
    """The codes that a name is asked back with."""
    said = hint(text)
    assert said.startswith("it may be "), said
    return re.findall(r"\((\d\d-\d{4})\)", said)


def employment(code):
    return float(wages(2025)[code]["tot_emp"])


def test_the_names_are_many_and_each_is_given_once():
    names = [name for listed in (*ONE, *SEVERAL) for name in split(ONE.get(listed, listed))]
    assert len(names) == len(MEANT) + len(MAY_MEAN)
    assert len(names) > 1000


def test_the_occupations_are_those_of_the_survey():
    titles = [f"{code} {row['occ_title']}" for code, row in wages(2025).items()]
    assert [occupation for occupation in ONE if occupation not in titles] == []
    assert [codes for codes in MAY_MEAN.values() if not set(codes) <= set(wages(2025))] == []


@pytest.mark.parametrize("occupation", ONE)
def test_a_name_of_one_occupation(occupation):
    for name in split(ONE[occupation]):
        for text in (name, f" {name.upper()} "):
            assert (text, the_occupation(text).code) == (text, occupation[:7])


@pytest.mark.parametrize("name", MAY_MEAN)
def test_a_name_of_several_is_asked_back_with_a_short_list(name):
    assert candidates(name) == MAY_MEAN[name]
    assert len(MAY_MEAN[name]) <= 6
    assert "more" not in hint(name).split("; ")[-1].split()
    assert MAY_MEAN[name] == sorted(MAY_MEAN[name], key=employment, reverse=True)


@pytest.mark.parametrize("word", ["manager", "supervisor", "technician", "clerk", "operator", "assistant"])
def test_a_word_of_many_occupations_gives_the_six_most_common(word):
    named = [o for o in occupations() if word in singular(o.title.partition(", Except")[0]).split()]
    specific = [o.code for o in named if not o.title.endswith("All Other")]
    assert len(specific) > 15
    assert candidates(word) == sorted(specific, key=employment, reverse=True)[:6]


def test_every_alias_is_decided_here():
    decided = {(name, code) for name, code in MEANT.items()}
    decided |= {(name, code) for name, codes in MAY_MEAN.items() for code in codes}
    assert [row for row in ALIASES if (row["alias"], row["occ_code"]) not in decided] == []


def test_no_alias_is_given_twice_in_another_form_or_hidden_by_a_title():
    forms = {(singular(row["alias"]), row["occ_code"]) for row in ALIASES}
    assert len(forms) == len(ALIASES)
    titles = {singular(o.title): o.code for o in occupations()}
    assert [form for form in forms if titles.get(form[0], form[1]) != form[1]] == []


def test_the_search_finds_every_alias():
    for alias in {row["alias"] for row in ALIASES}:
        exact = {one.code for one in occupations_found(alias).found if one.is_exact}
        assert exact == set(MAY_MEAN.get(alias, [MEANT.get(alias)])), alias


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("roof", "Roof Bolters, Mining (47-5043)"),
        ("pipe", "Septic Tank Servicers and Sewer Pipe Cleaners (47-4071)"),
        ("brazing", "Welding, Soldering, and Brazing Machine Setters, Operators, and Tenders (51-4122)"),
    ],
)
def test_a_word_that_does_not_say_who_works_there_is_asked_back(text, title):
    assert hint(text) == f"did you mean {title}?"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("emergency medical technicians", "29-2042"),
        ("medical secretaries", "43-6013"),
        ("ambulance driver", "53-3011"),
        ("coil winder", "51-2021"),
    ],
)
def test_what_a_title_excepts_is_not_in_it(text, code):
    assert the_occupation(text).code == code


def test_a_list_of_many_has_the_most_common_first_and_says_how_many_more():
    known = [o.code for o in occupations() if "worker" in singular(o.title.partition(", Except")[0]).split()]
    by_size = sorted(known, key=employment, reverse=True)
    assert candidates("workers") == by_size[:6]
    assert hint("workers").endswith(f"; and {len(known) - 6} more")


def test_a_short_word_counts_where_another_one_finds():
    assert "Maintenance and Repair Workers" in hint("repair")
    assert "Maintenance and Repair Workers" not in hint("TV repair")


def test_a_misspelt_name_gets_the_everyday_names_like_it():
    assert hint("plummer") == "did you mean plumber?"
    assert hint("cosmotology") == "did you mean cosmetology; cosmetologist?"
    assert hint("electrcian") == "did you mean Electricians; Helpers--Electricians; Electrical Engineers?"
